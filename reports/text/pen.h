// Writes lines of a bounded width, with colour where it is wanted.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "rules/rule.h"

namespace veedor::reports {

class Pen {
 public:
  Pen(std::size_t width, bool colour) : width_(width), colour_(colour) {}

  std::size_t width() const { return width_; }
  void line(std::string_view text = {}) { out_.append(text).append("\n"); }
  void heading(std::string_view text);
  // `text` wrapped after `lead`, which is `lead_width` columns wide and stands on the first line only.
  void paragraph(std::string_view lead, std::size_t lead_width, std::string_view text);
  void paragraph(std::size_t indent, std::string_view text) {
    paragraph(std::string(indent, ' '), indent, text);
  }

  // With colour, `text` between escape sequences; its columns stay the same.
  std::string bold(std::string_view text) const { return painted("1", text); }
  std::string painted(rules::Severity severity, std::string_view text) const;
  std::string painted_score(int score, std::string_view text) const;

  std::string take() { return std::move(out_); }

 private:
  std::string painted(std::string_view code, std::string_view text) const;

  std::size_t width_;
  bool colour_;
  std::string out_;
};

}  // namespace veedor::reports
