#include "reports/text/pen.h"

#include <array>

#include "reports/text/layout.h"

namespace veedor::reports {

void Pen::heading(std::string_view text) {
  line();
  line(bold(text));
}

void Pen::paragraph(std::string_view lead, std::size_t lead_width, std::string_view text) {
  bool first = true;
  for (const std::string& part : wrap(text, width_ - lead_width)) {
    line((first ? std::string(lead) : std::string(lead_width, ' ')) + part);
    first = false;
  }
}

std::string Pen::painted(std::string_view code, std::string_view text) const {
  if (!colour_) return std::string(text);
  return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
}

std::string Pen::painted(rules::Severity severity, std::string_view text) const {
  constexpr std::array<std::string_view, 5> kCodes = {"1;31", "31", "33", "36", "2"};
  return painted(kCodes[static_cast<std::size_t>(severity)], text);
}

std::string Pen::painted_score(int score, std::string_view text) const {
  if (score >= 80) return painted("1;32", text);
  return painted(score >= 50 ? "1;33" : "1;31", text);
}

}  // namespace veedor::reports
