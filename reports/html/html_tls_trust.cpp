// Certificates, other addresses and the DNS of a host in the HTML report.
#include <algorithm>
#include <string>

#include "reports/html/tls_blocks.h"
#include "reports/speech.h"
#include "reports/summary.h"

namespace veedor::reports {
namespace {

constexpr std::size_t kNames = 12;  // subjectAltNames shown
constexpr std::size_t kTextBytes = 160;

Table chain_table(const std::string& caption, const std::vector<facts::Certificate>& chain,
                  Language language) {
  std::vector<Column> columns;
  for (TlsWord word : {TlsWord::column_subject, TlsWord::column_issuer, TlsWord::column_valid,
                       TlsWord::column_key, TlsWord::column_signature})
    columns.push_back({say(word, language)});
  Table table(caption, std::move(columns));
  for (const facts::Certificate& certificate : chain) {
    const std::string size =
        certificate.curve.empty() ? std::to_string(certificate.key_bits) : shown(certificate.curve, 40);
    table.add(
        {{shown(certificate.subject, kTextBytes)},
         {shown(certificate.issuer, kTextBytes)},
         {say(TlsWord::valid_between, language,
              {{"from", iso_date(certificate.not_before)}, {"until", iso_date(certificate.not_after)}})},
         {std::string(facts::name(certificate.key)) + " " + size},
         {shown(certificate.signature_algorithm, 60)}});
  }
  return table;
}

std::string other_caption(const facts::OtherChain& other, const facts::Host& host, Language language) {
  const Values values = {{"host", shown_host(host)}, {"address", shown(other.seen_by, 60)}};
  if (other.seen_by == "no_server_name") return say(TlsWord::caption_chain_no_server_name, language, values);
  if (other.seen_by == "rsa") return say(TlsWord::caption_chain_rsa, language, values);
  if (other.seen_by == "ecdsa") return say(TlsWord::caption_chain_ecdsa, language, values);
  return say(TlsWord::caption_chain_at, language, values);
}

std::string some_of(const std::vector<std::string>& names, Language language) {
  std::vector<std::string> some;
  for (const std::string& name : names) {
    if (some.size() == kNames) break;
    some.push_back(shown(name, 80));
  }
  const std::string text = joined(some, ", ");
  if (names.size() <= kNames) return text;
  return say(TlsWord::names_more, language,
             {{"names", text}, {"count", std::to_string(names.size() - kNames)}});
}

Cell staple_cell(const facts::Staple& staple, Language language) {
  using facts::StapleState;
  const bool dated = staple.next_update != Time{};
  switch (staple.state) {
    case StapleState::good:
      return {say(dated ? TlsWord::staple_good_until : TlsWord::staple_good, language,
                  {{"date", iso_date(staple.next_update)}}),
              Form::text, Tone::good};
    case StapleState::revoked:
      return {say(TlsWord::staple_revoked, language), Form::text, Tone::bad};
    case StapleState::unknown:
      return {say(TlsWord::staple_unknown, language), Form::text, Tone::bad};
    case StapleState::expired:
      return {say(TlsWord::staple_expired, language), Form::text, Tone::fair};
    case StapleState::invalid:
      return {say(TlsWord::staple_invalid, language), Form::text, Tone::fair};
    case StapleState::none:
      break;
  }
  if (!staple.detail.empty()) return {say(TlsWord::staple_not_tested, language)};
  return {say(TlsWord::none, language)};
}

Cell trust_cell(facts::Trust trust, Language language) {
  const bool told = trust != facts::Trust::not_tested;
  const Tone tone = trust == facts::Trust::trusted ? Tone::good : told ? Tone::bad : Tone::plain;
  return {say(word_of(trust), language), Form::text, tone};
}

void add_own(const facts::Certificate& own, const facts::Host& host, Language language, Table& table) {
  const auto add = [&](TlsWord word, Cell cell) { table.add({{say(word, language)}, std::move(cell)}); };
  const auto add_text = [&](TlsWord word, const std::string& text, Form form) {
    if (!text.empty()) add(word, {text, form});
  };
  add_text(TlsWord::names, some_of(own.names, language), Form::text);
  add_text(TlsWord::serial, shown(own.serial, 80), Form::code);
  add_text(TlsWord::fingerprint, shown(own.sha256, 64), Form::code);
  add_text(TlsWord::key_pin, shown(own.key_sha256, 64), Form::code);
  add_text(TlsWord::exponent, shown(own.rsa_exponent, 40), Form::text);
  add(TlsWord::log_promises, {say(TlsWord::log_promises_count, language,
                                  {{"embedded", std::to_string(own.scts.size())},
                                   {"handshake", std::to_string(host.tls.features.scts_in_handshake)}})});
  add_text(TlsWord::ocsp, some_of(own.ocsp_urls, language), Form::text);
  add_text(TlsWord::revocation_list, some_of(own.revocation_list_urls, language), Form::text);
  add_text(TlsWord::issuer_certificate, some_of(own.issuer_urls, language), Form::text);
  add(TlsWord::must_staple, yes_or_no(own.must_staple, language));
  if (!own.server_auth) add(TlsWord::server_auth, {say(TlsWord::no, language), Form::text, Tone::bad});
  if (own.precertificate) add(TlsWord::precertificate, {say(TlsWord::yes, language), Form::text, Tone::bad});
}

Table own_table(const facts::Host& host, Language language) {
  const facts::Tls& tls = host.tls;
  Table table =
      table_of(TlsWord::caption_own, host, {TlsWord::column_property, TlsWord::column_value}, language);
  if (tls.chain.empty()) return table;
  const auto add = [&](TlsWord word, Cell cell) { table.add({{say(word, language)}, std::move(cell)}); };
  const auto judged = [&](bool good) {
    return Cell{say(good ? TlsWord::yes : TlsWord::no, language), Form::text, good ? Tone::good : Tone::bad};
  };
  add(TlsWord::trust, trust_cell(tls.trust, language));
  add(TlsWord::name_match, judged(tls.name_matches));
  add(TlsWord::staple, staple_cell(tls.staple, language));
  add(TlsWord::chain_ordered, judged(tls.shape.ordered));
  if (tls.shape.superfluous > 0) add(TlsWord::chain_superfluous, {std::to_string(tls.shape.superfluous)});
  add(TlsWord::chain_root, yes_or_no(tls.shape.root_sent, language));
  add_own(tls.chain.front(), host, language, table);
  return table;
}

std::string difference_text(std::string_view difference, Language language) {
  if (difference == "versions") return say(TlsWord::differs_versions, language);
  if (difference == "certificate") return say(TlsWord::differs_certificate, language);
  return shown(difference, 40);
}

Table addresses_table(const facts::Host& host, Language language) {
  Table table =
      table_of(TlsWord::caption_addresses, host,
               {TlsWord::column_address, TlsWord::column_outcome, TlsWord::column_differs}, language);
  for (const facts::AddressFacts& address : host.tls.other_addresses) {
    std::vector<std::string> differences;
    for (const std::string& difference : address.differences)
      differences.push_back(difference_text(difference, language));
    const bool read = address.outcome == facts::Outcome::read;
    table.add({{shown(address.address, 60)},
               {outcome_sentence(facts::name(address.outcome), language)},
               {!differences.empty() ? joined(differences, ", ")
                                     : (read ? say(TlsWord::differs_nothing, language) : ""),
                Form::text, differences.empty() ? Tone::plain : Tone::fair}});
  }
  return table;
}

// What a look-up came to where it found nothing; nothing at all where it was not made.
void add_lookup(const std::string& record, facts::Lookup lookup, const std::string& content,
                Language language, Table& table) {
  switch (lookup) {
    case facts::Lookup::not_tested:
      return;
    case facts::Lookup::found:
      return table.add({{record}, {content}});
    case facts::Lookup::absent:
      return table.add({{record}, {say(TlsWord::dns_absent, language)}});
    case facts::Lookup::failed:
      return table.add({{record}, {say(TlsWord::dns_failed, language)}});
  }
}

std::string caa_text(const facts::Dns& dns) {
  std::vector<std::string> records;
  for (const facts::Caa& record : dns.caa_records)
    records.push_back(shown(record.tag, 20) + " \"" + shown(record.value, 80) + "\"");
  return joined(records, ", ");
}

TlsWord word_of(facts::TlsaFit fit) {
  switch (fit) {
    case facts::TlsaFit::matches:
      return TlsWord::dns_tlsa_matches;
    case facts::TlsaFit::differs:
      return TlsWord::dns_tlsa_differs;
    case facts::TlsaFit::not_comparable:
      break;
  }
  return TlsWord::dns_tlsa_not_comparable;
}

std::string tlsa_text(const facts::Host& host, Language language) {
  std::vector<std::string> records;
  for (const facts::Tlsa& record : host.dns.tlsa_records) {
    const std::string text = std::to_string(record.usage) + " " + std::to_string(record.selector) + " " +
                             std::to_string(record.matching) + " " + shown(record.data, 24);
    records.push_back(say(word_of(facts::fit(record, host.tls.chain)), language, {{"record", text}}));
  }
  return joined(records, "; ");
}

}  // namespace

Block certificates_block(const facts::Host& host, Language language) {
  const facts::Tls& tls = host.tls;
  Block block{.title = say(TlsWord::title_certificates, language), .note = {}, .texts = {}, .tables = {}};
  if (!tls.chain.empty()) {
    block.note = say(TlsWord::note_valid_until, language, {{"date", iso_date(tls.chain.front().not_after)}});
  }
  block.tables.push_back(
      chain_table(say(TlsWord::caption_chain, language, {{"host", shown_host(host)}}), tls.chain, language));
  block.tables.push_back(own_table(host, language));
  for (const facts::OtherChain& other : tls.other_chains)
    block.tables.push_back(chain_table(other_caption(other, host, language), other.chain, language));
  block.tables.push_back(addresses_table(host, language));
  return block;
}

Block dns_block(const facts::Host& host, Language language) {
  const facts::Dns& dns = host.dns;
  Table table =
      table_of(TlsWord::caption_dns, host, {TlsWord::column_record, TlsWord::column_content}, language);
  const std::string caa = dns.caa_domain.empty()
                              ? say(TlsWord::dns_caa, language)
                              : say(TlsWord::dns_caa_at, language, {{"domain", shown(dns.caa_domain, 100)}});
  add_lookup(caa, dns.caa, caa_text(dns), language, table);
  add_lookup(say(TlsWord::dns_tlsa, language), dns.tlsa, tlsa_text(host, language), language, table);
  add_lookup(say(TlsWord::dns_https, language), dns.https, some_of(dns.https_alpn, language), language,
             table);
  if (dns.https == facts::Lookup::found)
    table.add({{say(TlsWord::dns_ech, language)}, yes_or_no(dns.encrypted_client_hello, language)});
  if (!table.empty()) {
    table.add({{say(TlsWord::dns_dnssec, language)},
               {say(dns.authenticated ? TlsWord::dns_dnssec_yes : TlsWord::dns_dnssec_no, language)}});
  }
  return {.title = say(TlsWord::title_dns, language), .note = {}, .texts = {}, .tables = {table}};
}

}  // namespace veedor::reports
