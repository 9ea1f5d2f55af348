// The article of each host in the HTML report: the grade of its TLS service, why, and everything that was
// seen.
#include <algorithm>
#include <string>

#include "reports/html/tls_blocks.h"
#include "reports/speech.h"

namespace veedor::reports {
namespace {

constexpr std::size_t kLetterBytes = 4;
constexpr std::size_t kDetailBytes = 160;

Tone tone_of_cap(std::string_view cap) {
  if (cap.starts_with("A")) return Tone::plain;
  return cap.starts_with("B") ? Tone::fair : Tone::bad;
}

Table reasons_table(const facts::Host& host, Language language) {
  Table table = table_of(TlsWord::caption_reasons, host,
                         {TlsWord::column_reason, TlsWord::column_seen, TlsWord::column_cap}, language);
  for (const facts::GradeReason& reason : merged(host.tls.grade.reasons)) {
    table.add({{reason_text(reason, language), Form::text, tone_of_cap(reason.cap)},
               {shown(reason.detail, kDetailBytes)},
               {shown(reason.cap, kLetterBytes)}});
  }
  return table;
}

std::string grade_text(const facts::TlsGrade& grade, Language language) {
  if (grade.letter.empty()) return say(TlsWord::grade_none, language);
  return say(TlsWord::grade, language,
             {{"letter", shown(grade.letter, kLetterBytes)},
              {"protocol", std::to_string(grade.protocol)},
              {"exchange", std::to_string(grade.key_exchange)},
              {"cipher", std::to_string(grade.cipher)},
              {"score", std::to_string(grade.score)}});
}

View remarks_view(const facts::Tls& tls, Language language) {
  View out = view_list();
  const auto add = [&out](const std::string& text) { out << View{"host_remark", text}; };
  if (!tls.grade.if_trusted.empty() && tls.grade.if_trusted != tls.grade.letter)
    add(say(TlsWord::grade_if_trusted, language, {{"letter", shown(tls.grade.if_trusted, kLetterBytes)}}));
  if (tls.grade.partial) add(say(TlsWord::grade_partial, language));
  if (tls.blocked) add(say(TlsWord::blocked, language));
  if (tls.connections > 0) {
    add(say(tls.intrusive ? TlsWord::effort_intrusive : TlsWord::effort, language,
            {{"connections", std::to_string(tls.connections)}}));
  }
  return out;
}

View host_article(const facts::Host& host, std::size_t place, Language language) {
  View view{"host_id", tls_host_id(place)};
  view.set("host_title", say(TlsWord::heading, language, {{"host", shown_host(host)}}));
  const facts::TlsGrade& grade = host.tls.grade;
  view.set("host_letter", grade.letter.empty() ? View(false) : View(shown(grade.letter, kLetterBytes)));
  view.set("host_letter_class", letter_class(grade.letter));
  view.set("host_grade", grade_text(grade, language));
  view.set("host_remarks", remarks_view(host.tls, language));
  View reasons = view_list();
  if (!grade.reasons.empty()) reasons << reasons_table(host, language).view();
  view.set("host_reasons", reasons);
  View blocks = view_list();
  for (const auto block_of : {suites_block, keys_block, certificates_block, features_block,
                              vulnerabilities_block, clients_block, profiles_block, dns_block}) {
    const Block block = block_of(host, language);
    if (!block.empty()) blocks << block.view();
  }
  view.set("blocks", blocks);
  return view;
}

}  // namespace

std::string shown_host(const facts::Host& host) { return shown(host.name, 100); }

std::string tls_host_id(std::size_t place) { return "tls-" + std::to_string(place + 1); }

std::string letter_class(std::string_view letter) {
  if (letter.starts_with("T") || letter.starts_with("M")) return "F";
  const bool known = !letter.empty() && letter.front() >= 'A' && letter.front() <= 'F';
  return known ? std::string(letter.substr(0, 1)) : "";
}

Table table_of(TlsWord caption, const facts::Host& host, std::initializer_list<TlsWord> columns,
               Language language, std::initializer_list<TlsWord> numbers) {
  std::vector<Column> titles;
  for (TlsWord column : columns) {
    const bool number = std::ranges::find(numbers, column) != numbers.end();
    titles.push_back({say(column, language), number});
  }
  return {say(caption, language, {{"host", shown_host(host)}}), std::move(titles)};
}

Cell support_cell(facts::Support support, Language language) { return {answer(support, language)}; }

Cell yes_or_no(bool value, Language language) { return {say(value ? TlsWord::yes : TlsWord::no, language)}; }

View tls_hosts_view(const Report& report) {
  View out = view_list();
  std::size_t place = 0;
  for (const Site& site : report.sites) {
    for (const facts::Host& host : site.hosts) {
      if (host.tls.tested()) out << host_article(host, place, report.scan.language);
      ++place;
    }
  }
  return out;
}

}  // namespace veedor::reports
