// The grades of the hosts' encryption in the terminal summary.
#include <algorithm>
#include <string>
#include <vector>

#include "reports/summary.h"
#include "reports/text/layout.h"
#include "reports/text/text_sections.h"
#include "reports/tls_speech.h"

namespace veedor::reports {
namespace {

constexpr std::size_t kHosts = 5;         // shown where not every one is
constexpr std::size_t kReasons = 2;       // of a host, where not every one is
constexpr std::size_t kLetterWidth = 5;   // "A-   "
constexpr std::size_t kDetailWidth = 60;  // of what a reason names

std::vector<const facts::Host*> assessed_hosts(const Report& report) {
  std::vector<const facts::Host*> out;
  for (const Site& site : report.sites) {
    for (const facts::Host& host : site.hosts) {
      if (host.tls.tested()) out.push_back(&host);
    }
  }
  return out;
}

std::string with_detail(const facts::GradeReason& reason, Language language) {
  std::string text = reason_text(reason, language);
  if (!reason.detail.empty()) text += " (" + clip(reason.detail, kDetailWidth) + ")";
  return text;
}

// "B    www.example.org · TLS 1.0 is offered · 2 more reasons, see -v"
void write_short(const facts::Host& host, Pen& pen, Language language) {
  const facts::TlsGrade& grade = host.tls.grade;
  std::vector<std::string> parts = {clip(host.name, pen.width() / 2)};
  if (grade.letter.empty()) parts.push_back(say(TlsWord::no_grade, language));
  const std::vector<facts::GradeReason> reasons = merged(grade.reasons);
  const std::size_t shown = std::min(kReasons, reasons.size());
  for (std::size_t i = 0; i < shown; ++i) parts.push_back(reason_text(reasons[i], language));
  if (const std::size_t more = reasons.size() - shown; more > 0) {
    parts.push_back(say(more == 1 ? TlsWord::more_reasons_one : TlsWord::more_reasons, language,
                        {{"count", std::to_string(more)}}));
  }
  const std::string letter = grade.letter.empty() ? "–" : clip(grade.letter, 3);
  pen.paragraph(pad_right(letter, kLetterWidth), kLetterWidth, joined(parts, " · "));
}

void write_list(TlsWord word, const char* name, const std::vector<std::string>& items, Pen& pen,
                Language language) {
  if (!items.empty()) pen.paragraph(kLetterWidth, say(word, language, {{name, joined(items, ", ")}}));
}

void write_long(const facts::Host& host, Pen& pen, Language language) {
  const facts::TlsGrade& grade = host.tls.grade;
  const std::string letter = grade.letter.empty() ? "–" : clip(grade.letter, 3);
  pen.paragraph(pad_right(letter, kLetterWidth), kLetterWidth, clip(host.name, pen.width() - kLetterWidth));
  if (grade.letter.empty()) {
    pen.paragraph(kLetterWidth, say(TlsWord::grade_none, language));
  } else {
    pen.paragraph(kLetterWidth, say(TlsWord::grade, language,
                                    {{"letter", letter},
                                     {"protocol", std::to_string(grade.protocol)},
                                     {"exchange", std::to_string(grade.key_exchange)},
                                     {"cipher", std::to_string(grade.cipher)},
                                     {"score", std::to_string(grade.score)}}));
  }
  for (const facts::GradeReason& reason : merged(grade.reasons)) {
    const std::string cap = say(TlsWord::best_grade, language, {{"cap", clip(reason.cap, 3)}});
    pen.paragraph(std::string(kLetterWidth, ' ') + "- ", kLetterWidth + 2,
                  joined({with_detail(reason, language), cap}, " · "));
  }
  std::vector<std::string> vulnerable, refused;
  for (const auto& [vulnerability, exposed] : host.tls.vulnerabilities) {
    if (exposed.exposure == facts::Exposure::vulnerable)
      vulnerable.push_back(vulnerability_name(vulnerability, language));
  }
  for (const facts::ClientResult& client : grade.clients) {
    if (client.connects == facts::Connects::no) refused.push_back(clip(client.client, kDetailWidth));
  }
  write_list(TlsWord::vulnerable_to, "vulnerabilities", vulnerable, pen, language);
  write_list(TlsWord::refused_clients, "clients", refused, pen, language);
  if (grade.partial) pen.paragraph(kLetterWidth, say(TlsWord::grade_partial, language));
  if (host.tls.blocked) pen.paragraph(kLetterWidth, say(TlsWord::blocked, language));
}

}  // namespace

void write_tls(const Report& report, Pen& pen, bool every) {
  const Language language = report.scan.language;
  const std::vector<const facts::Host*> hosts = assessed_hosts(report);
  if (hosts.empty()) return;
  pen.heading(say(TlsWord::heading_hosts, language));
  const std::size_t shown = every ? hosts.size() : std::min(kHosts, hosts.size());
  for (std::size_t i = 0; i < shown; ++i)
    every ? write_long(*hosts[i], pen, language) : write_short(*hosts[i], pen, language);
  if (const std::size_t more = hosts.size() - shown; more > 0) {
    pen.paragraph(0, say(more == 1 ? TlsWord::more_hosts_one : TlsWord::more_hosts, language,
                         {{"count", std::to_string(more)}}));
  }
}

}  // namespace veedor::reports
