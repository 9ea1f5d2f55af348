// What was tried on a host's TLS service and what follows for its visitors, in the HTML report: features,
// vulnerabilities, clients, and the distance to Mozilla's configurations.
#include <algorithm>
#include <string>
#include <utility>

#include "reports/html/tls_blocks.h"
#include "reports/json/json_tls_keys.h"
#include "reports/summary.h"

namespace veedor::reports {
namespace {

std::string comma_separated(const std::vector<std::string>& items) {
  std::vector<std::string> out;
  for (const std::string& item : items) out.push_back(shown(item, 40));
  return joined(out, ", ");
}

Table features_table(const facts::Host& host, Language language) {
  Table table =
      table_of(TlsWord::caption_features, host, {TlsWord::column_feature, TlsWord::column_answer}, language);
  const facts::TlsFeatures& features = host.tls.features;
  const auto add = [&](std::string_view key, facts::Support support) {
    if (support != facts::Support::not_tested)
      table.add({{feature_name(key, language)}, support_cell(support, language)});
  };
  for (const auto& [key, member] : kFeatures) add(key, features.*member);
  for (const auto& [key, member] : kTolerances) add(key, features.tolerance.*member);
  if (!features.alpn.empty())
    table.add({{feature_name("alpn", language)}, {comma_separated(features.alpn), Form::code}});
  if (!features.npn.empty())
    table.add({{feature_name("npn", language)}, {comma_separated(features.npn), Form::code}});
  if (features.ticket_lifetime > 0)
    table.add({{feature_name("ticket_lifetime", language)}, {std::to_string(features.ticket_lifetime)}});
  if (features.early_data_bytes > 0)
    table.add({{feature_name("early_data_bytes", language)}, {std::to_string(features.early_data_bytes)}});
  return table;
}

Tone tone_of(facts::Exposure exposure) {
  if (exposure == facts::Exposure::vulnerable) return Tone::bad;
  return exposure == facts::Exposure::safe ? Tone::good : Tone::plain;
}

Table clients_table(const facts::Host& host, facts::Connects connects, Language language) {
  const bool known = connects == facts::Connects::yes;
  Table table = known ? table_of(TlsWord::caption_clients, host,
                                 {TlsWord::column_client, TlsWord::column_version, TlsWord::column_suite,
                                  TlsWord::column_group, TlsWord::column_forward_secrecy},
                                 language)
                      : table_of(connects == facts::Connects::no ? TlsWord::caption_clients_refused
                                                                 : TlsWord::caption_clients_unknown,
                                 host, {TlsWord::column_client}, language);
  for (const facts::ClientResult& client : host.tls.grade.clients) {
    if (client.connects != connects) continue;
    std::vector<Cell> row = {{shown(client.client, 60)}};
    if (known) {
      const TlsWord secret = client.forward_secret ? TlsWord::yes : TlsWord::no;
      row.push_back({shown(client.version, 20)});
      row.push_back({shown(client.suite, 80), Form::code});
      row.push_back({shown(client.group, 40), Form::code});
      row.push_back({say(secret, language), Form::text, client.forward_secret ? Tone::plain : Tone::fair});
    }
    table.add(row);
  }
  return table;
}

Table gaps_table(TlsWord caption, const std::vector<facts::ProfileGap>& gaps, const facts::Host& host,
                 Language language) {
  Table table = table_of(caption, host, {TlsWord::column_seen, TlsWord::column_difference}, language);
  for (const facts::ProfileGap& gap : gaps) table.add({{shown(gap.detail, 160)}, {gap_text(gap, language)}});
  return table;
}

}  // namespace

Block features_block(const facts::Host& host, Language language) {
  return {.title = say(TlsWord::title_features, language),
          .note = {},
          .texts = {},
          .tables = {features_table(host, language)}};
}

Block vulnerabilities_block(const facts::Host& host, Language language) {
  Block block{.title = say(TlsWord::title_vulnerabilities, language), .note = {}, .texts = {}, .tables = {}};
  if (host.tls.vulnerabilities.empty()) return block;
  Table table =
      table_of(TlsWord::caption_vulnerabilities, host,
               {TlsWord::column_vulnerability, TlsWord::column_outcome, TlsWord::column_detail}, language);
  int tested = 0, vulnerable = 0;
  for (int i = 0; !facts::key(static_cast<facts::Vulnerability>(i)).empty(); ++i) {
    const auto vulnerability = static_cast<facts::Vulnerability>(i);
    const auto found = host.tls.vulnerabilities.find(vulnerability);
    const facts::Exposed exposed = found != host.tls.vulnerabilities.end() ? found->second : facts::Exposed();
    tested += exposed.exposure != facts::Exposure::not_tested ? 1 : 0;
    vulnerable += exposed.exposure == facts::Exposure::vulnerable ? 1 : 0;
    table.add({{vulnerability_name(vulnerability, language)},
               {exposure_text(exposed.exposure, language), Form::text, tone_of(exposed.exposure)},
               {shown(exposed.detail, 200), Form::english}});
  }
  if (tested > 0)
    block.note = say(vulnerable > 0 ? TlsWord::note_vulnerable : TlsWord::note_safe, language,
                     {{"count", std::to_string(vulnerable)}, {"tested", std::to_string(tested)}});
  block.texts.push_back(say(TlsWord::vulnerabilities_intro, language));
  block.tables.push_back(std::move(table));
  return block;
}

Block clients_block(const facts::Host& host, Language language) {
  const std::vector<facts::ClientResult>& clients = host.tls.grade.clients;
  Block block{.title = say(TlsWord::title_clients, language), .note = {}, .texts = {}, .tables = {}};
  if (clients.empty()) return block;
  const auto refused = std::ranges::count(clients, facts::Connects::no, &facts::ClientResult::connects);
  const auto able = std::ranges::count(clients, facts::Connects::yes, &facts::ClientResult::connects);
  const bool all = std::cmp_equal(able, clients.size());
  block.note = say(all ? TlsWord::note_clients_all : TlsWord::note_clients, language,
                   {{"count", std::to_string(refused)}, {"total", std::to_string(clients.size())}});
  block.texts.push_back(say(TlsWord::clients_intro, language));
  for (auto connects : {facts::Connects::no, facts::Connects::unknown, facts::Connects::yes})
    block.tables.push_back(clients_table(host, connects, language));
  return block;
}

Block profiles_block(const facts::Host& host, Language language) {
  const facts::TlsGrade& grade = host.tls.grade;
  Block block{.title = say(TlsWord::title_profiles, language), .note = {}, .texts = {}, .tables = {}};
  if (grade.letter.empty()) return block;  // not compared, so no gaps mean nothing
  const TlsWord note = grade.modern.empty()         ? TlsWord::note_profile_modern
                       : grade.intermediate.empty() ? TlsWord::note_profile_intermediate
                                                    : TlsWord::note_profile_none;
  block.note = say(note, language);
  block.texts.push_back(say(TlsWord::profiles_intro, language));
  if (grade.intermediate.empty()) block.texts.push_back(say(TlsWord::fits_intermediate, language));
  if (grade.modern.empty()) block.texts.push_back(say(TlsWord::fits_modern, language));
  block.tables = {gaps_table(TlsWord::caption_gaps_intermediate, grade.intermediate, host, language),
                  gaps_table(TlsWord::caption_gaps_modern, grade.modern, host, language)};
  return block;
}

}  // namespace veedor::reports
