// Versions, suites and key exchange of a host's TLS service in the HTML report.
#include <algorithm>
#include <array>
#include <string>

#include "reports/html/tls_blocks.h"
#include "reports/json/json_tls_keys.h"
#include "reports/summary.h"
#include "scanner/facts/tls/suite.h"

namespace veedor::reports {
namespace {

constexpr int kLeastBits = 112;       // NIST SP 800-131A: a cipher's key below this is not acceptable
constexpr int kLeastGroupBits = 224;  // the curve of the same strength

// What the registries say against a suite, worst first. The tone is that of the worst.
Cell remark_cell(std::uint32_t code, Language language) {
  const facts::Suite* suite = facts::find_suite(code);
  if (!suite) return {say(TlsWord::remark_unknown, language)};
  Cell cell;
  std::vector<std::string> remarks;
  const auto add = [&](bool holds, TlsWord word, Tone tone) {
    if (!holds) return;
    remarks.push_back(say(word, language));
    cell.tone = std::max(cell.tone, tone);
  };
  add(suite->bits == 0 && suite->mode == facts::Mode::null, TlsWord::remark_null, Tone::bad);
  add(suite->anonymous(), TlsWord::remark_anonymous, Tone::bad);
  add(suite->export_grade, TlsWord::remark_export, Tone::bad);
  add(!suite->export_grade && suite->bits > 0 && suite->bits < kLeastBits, TlsWord::remark_short, Tone::bad);
  add(suite->rc4, TlsWord::remark_rc4, Tone::bad);
  add(suite->md5, TlsWord::remark_md5, Tone::bad);
  add(suite->small_block, TlsWord::remark_small_block, Tone::fair);
  add(!suite->forward_secret(), TlsWord::remark_no_forward_secrecy, Tone::fair);
  add(suite->mode == facts::Mode::cbc, TlsWord::remark_cbc, Tone::plain);
  cell.text = joined(remarks, ", ");
  return cell;
}

std::string exchange_name(const facts::Suite& suite) {
  using facts::KeyExchange;
  switch (suite.exchange) {
    case KeyExchange::rsa:
      return "RSA";
    case KeyExchange::dh:
      return "DH";
    case KeyExchange::dhe:
      return "DHE";
    case KeyExchange::ecdh:
      return "ECDH";
    case KeyExchange::ecdhe:
      return "ECDHE";
    case KeyExchange::psk:
      return "PSK";
    case KeyExchange::dhe_psk:
      return "DHE-PSK";
    case KeyExchange::ecdhe_psk:
      return "ECDHE-PSK";
    case KeyExchange::rsa_psk:
      return "RSA-PSK";
    case KeyExchange::srp:
      return "SRP";
    case KeyExchange::krb5:
      return "Kerberos";
    case KeyExchange::any:  // TLS 1.3 agrees on the group apart
    case KeyExchange::other:
      break;
  }
  return "";
}

std::string order_text(const facts::TlsOffer& offer, Language language) {
  switch (offer.preference) {
    case facts::Preference::server:
      return say(offer.chacha_for_mobile ? TlsWord::order_server_chacha : TlsWord::order_server, language);
    case facts::Preference::client:
      return say(TlsWord::order_client, language);
    case facts::Preference::not_tested:
      break;
  }
  return say(TlsWord::not_tested, language);
}

Table versions_table(const facts::Host& host, Language language) {
  Table table = table_of(
      TlsWord::caption_versions, host,
      {TlsWord::column_version, TlsWord::column_offered, TlsWord::column_order, TlsWord::column_suites},
      language, {TlsWord::column_suites});
  for (const auto& [version, support] : host.tls.versions) {
    const auto offer = host.tls.offers.find(version);
    const bool known = offer != host.tls.offers.end();
    const bool obsolete = version < facts::TlsVersion::tls1_2;  // RFC 8996
    const bool bad = obsolete && support == facts::Support::offered;
    const Tone tone = !bad ? Tone::plain : version < facts::TlsVersion::tls1_0 ? Tone::bad : Tone::fair;
    table.add({{std::string(facts::name(version))},
               {answer(support, language), Form::text, tone},
               {known ? order_text(offer->second, language) : ""},
               {known ? std::to_string(offer->second.suites.size()) : "", Form::number}});
  }
  return table;
}

Table offer_table(const facts::Host& host, facts::TlsVersion version, const facts::TlsOffer& offer,
                  Language language) {
  const bool ordered = offer.preference == facts::Preference::server;
  Table table(say(ordered ? TlsWord::caption_suites_ordered : TlsWord::caption_suites, language,
                  {{"version", std::string(facts::name(version))}, {"host", shown_host(host)}}),
              {{say(TlsWord::column_suite, language)},
               {say(TlsWord::column_exchange, language)},
               {say(TlsWord::column_bits, language), true},
               {say(TlsWord::column_remark, language)}});
  for (std::uint32_t code : offer.suites) {
    const facts::Suite* suite = facts::find_suite(code);
    table.add({{suite_key(code), Form::code},
               {suite ? exchange_name(*suite) : ""},
               {suite ? std::to_string(suite->bits) : "", Form::number},
               remark_cell(code, language)});
  }
  return table;
}

Table groups_table(const facts::Host& host, Language language) {
  Table table = table_of(TlsWord::caption_groups, host,
                         {TlsWord::column_group, TlsWord::column_kind, TlsWord::column_up_to_1_2,
                          TlsWord::column_1_3, TlsWord::column_remark},
                         language);
  const facts::KeyExchangeFacts& exchange = host.tls.key_exchange;
  std::vector<std::uint16_t> all = exchange.groups_1_3;
  for (std::uint16_t code : exchange.groups) {
    if (std::ranges::find(all, code) == all.end()) all.push_back(code);
  }
  for (std::uint16_t code : all) {
    const facts::Group* group = facts::find_group(code);
    constexpr auto kKinds = std::to_array({TlsWord::kind_elliptic, TlsWord::kind_finite_field,
                                           TlsWord::kind_post_quantum, TlsWord::kind_other});
    const bool small = group && group->kind == facts::GroupKind::elliptic && group->bits < kLeastGroupBits;
    Cell remark;
    if (!group) remark = {say(TlsWord::remark_unknown, language)};
    if (small) remark = {say(TlsWord::remark_short_group, language), Form::text, Tone::bad};
    const auto in = [&](const std::vector<std::uint16_t>& groups) {
      return yes_or_no(std::ranges::find(groups, code) != groups.end(), language);
    };
    table.add({{group_key(code), Form::code},
               {group ? say(kKinds[static_cast<std::size_t>(group->kind)], language) : ""},
               in(exchange.groups),
               in(exchange.groups_1_3),
               remark});
  }
  return table;
}

Cell dh_remark(const facts::DhKey& key, Language language) {
  std::vector<std::string> remarks;
  if (key.export_grade) remarks.push_back(say(TlsWord::remark_export_dh, language));
  if (!key.safe_size) remarks.push_back(say(TlsWord::remark_unsafe_dh, language));
  const Tone tone = remarks.empty() ? Tone::plain : Tone::bad;
  if (!key.prime_name.empty()) remarks.push_back(say(TlsWord::remark_shared_prime, language));
  return {joined(remarks, ", "), Form::text, tone};
}

Table dh_table(const facts::Host& host, Language language) {
  Table table = table_of(TlsWord::caption_dh, host,
                         {TlsWord::column_prime, TlsWord::column_prime_bits, TlsWord::column_remark},
                         language, {TlsWord::column_prime_bits});
  for (const facts::DhKey& key : host.tls.key_exchange.dh) {
    table.add({{key.prime_name.empty() ? say(TlsWord::prime_own, language) : shown(key.prime_name, 80)},
               {std::to_string(key.bits), Form::number},
               dh_remark(key, language)});
  }
  return table;
}

Table signatures_table(const facts::Host& host, Language language) {
  Table table =
      table_of(TlsWord::caption_keys, host, {TlsWord::column_property, TlsWord::column_value}, language);
  const facts::KeyExchangeFacts& exchange = host.tls.key_exchange;
  const auto add_schemes = [&](TlsWord word, const std::vector<std::uint16_t>& schemes) {
    std::vector<std::string> names;
    for (std::uint16_t code : schemes) names.push_back(signature_scheme_key(code));
    if (!names.empty()) table.add({{say(word, language)}, {joined(names, ", "), Form::code}});
  };
  add_schemes(TlsWord::schemes, exchange.signature_schemes);
  add_schemes(TlsWord::schemes_1_3, exchange.signature_schemes_1_3);
  const auto add_reuse = [&](TlsWord word, facts::Support reused) {
    if (reused != facts::Support::not_tested)
      table.add({{say(word, language)}, support_cell(reused, language)});
  };
  add_reuse(TlsWord::dh_key_reused, exchange.dh_key_reused);
  add_reuse(TlsWord::ecdh_key_reused, exchange.ecdh_key_reused);
  return table;
}

}  // namespace

Block suites_block(const facts::Host& host, Language language) {
  Block block{.title = say(TlsWord::title_suites, language), .note = {}, .texts = {}, .tables = {}};
  block.tables.push_back(versions_table(host, language));
  std::size_t count = 0, weak = 0;
  bool complete = true;
  for (auto it = host.tls.offers.rbegin(); it != host.tls.offers.rend(); ++it) {  // the newest first
    const auto& [version, offer] = *it;
    block.tables.push_back(offer_table(host, version, offer, language));
    complete = complete && offer.complete;
    count += offer.suites.size();
    weak += static_cast<std::size_t>(std::ranges::count_if(offer.suites, [language](std::uint32_t code) {
      return remark_cell(code, language).tone != Tone::plain;
    }));
  }
  if (!complete) block.texts.push_back(say(TlsWord::list_incomplete, language));
  if (count > 0) {
    block.note = say(TlsWord::note_suites, language,
                     {{"count", std::to_string(count)}, {"weak", std::to_string(weak)}});
  }
  return block;
}

Block keys_block(const facts::Host& host, Language language) {
  const facts::KeyExchangeFacts& exchange = host.tls.key_exchange;
  Block block{.title = say(TlsWord::title_keys, language), .note = {}, .texts = {}, .tables = {}};
  block.tables = {groups_table(host, language), dh_table(host, language), signatures_table(host, language)};
  if (!exchange.groups_1_3.empty()) {
    const bool quantum = std::ranges::any_of(exchange.groups_1_3, [](std::uint16_t code) {
      const facts::Group* group = facts::find_group(code);
      return group && group->kind == facts::GroupKind::post_quantum;
    });
    block.note = say(quantum ? TlsWord::note_post_quantum : TlsWord::note_no_post_quantum, language);
  }
  const bool incomplete = (!exchange.groups.empty() && !exchange.groups_complete) ||
                          (!exchange.groups_1_3.empty() && !exchange.groups_1_3_complete);
  if (incomplete) block.texts.push_back(say(TlsWord::list_incomplete, language));
  return block;
}

}  // namespace veedor::reports
