// ```host blocks. What a block does not say is as it should be: a valid certificate, TLS 1.2 and 1.3.
#include "tests/rules/case_host.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <string>

#include "tests/rules/case_facts.h"
#include "tests/rules/case_settings.h"

namespace veedor::rules::cases {
namespace {

using facts::Certificate;
using facts::Host;
using facts::Support;
using facts::TlsVersion;

bool read_number(std::string_view text, int& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

bool read_port(std::string_view text, std::uint16_t& port) {
  int number = 0;
  if (!read_number(text, number) || number < 1 || number > 65535) return false;
  port = static_cast<std::uint16_t>(number);
  return true;
}

bool read_time(std::string_view text, Time& time) {
  const auto parsed = parse_iso8601(text);
  if (parsed) time = *parsed;
  return parsed.ok();
}

bool read_bool(std::string_view text, bool& value) {
  value = text == "yes";
  return value || text == "no";
}

template <class Enum, class NameOf>
bool read_enum(std::string_view text, Enum last, NameOf name_of, Enum& value) {
  const auto found = enumerator(text, last, name_of);
  if (found) value = *found;
  return found.has_value();
}

constexpr auto kOutcomeName = [](facts::Outcome value) { return facts::name(value); };
constexpr auto kTrustName = [](facts::Trust value) { return facts::name(value); };
constexpr auto kSupportName = [](Support value) { return facts::name(value); };
constexpr auto kKeyName = [](facts::KeyKind value) { return facts::name(value); };
constexpr auto kVersionKey = [](TlsVersion value) { return facts::key(value); };

bool was_not_followed(facts::Outcome outcome) {
  using enum facts::Outcome;
  return outcome == redirect_out_of_scope || outcome == redirect_loop || outcome == too_many_redirects ||
         outcome == bad_redirect;
}

// "301 https://example.org/": redirects, then a status (200 where none is said) or what went wrong.
bool read_plain(std::string_view text, Host& host) {
  const auto words = split_whitespace(text);
  const auto url = url::Url::parse("http://" + host.name + ":" + std::to_string(host.http_port) + "/");
  if (words.empty() || !url) return false;
  facts::Response response;
  response.requested = *url;
  response.final_url = *url;
  std::size_t next = 0;
  for (; next + 1 < words.size(); next += 2) {
    facts::Hop hop{.url = response.final_url, .headers = {}, .address = "192.0.2.1"};
    const auto target = url::Url::parse(words[next + 1], hop.url);
    if (!read_number(words[next], hop.status) || !target) return false;
    hop.headers.add("location", words[next + 1]);
    response.redirects.push_back(std::move(hop));
    response.final_url = *target;
  }
  const std::string_view end = next < words.size() ? words[next] : "200";
  response.outcome = facts::Outcome::read;
  if (read_number(end, response.status)) {
    if (response.status >= 400) response.outcome = facts::Outcome::http_error;
  } else if (!read_enum(end, facts::Outcome::internal_error, kOutcomeName, response.outcome)) {
    return false;
  }
  if (was_not_followed(response.outcome) && !response.redirects.empty()) {
    facts::Hop& last = response.redirects.back();
    response.final_url = std::move(last.url);
    response.status = last.status;
    response.headers = std::move(last.headers);
    response.redirects.pop_back();
  }
  host.plain = std::move(response);
  return true;
}

bool read_words(std::string_view text, std::vector<std::string>& words) {
  words.clear();
  for (std::string_view word : split_whitespace(text)) words.emplace_back(word);
  return true;
}

// "rsa 2048"
bool read_key(std::string_view text, Certificate& certificate) {
  const auto words = split_whitespace(text);
  if (words.empty() || !read_enum(words[0], facts::KeyKind::other, kKeyName, certificate.key)) return false;
  certificate.key_bits = 0;
  return words.size() == 1 || read_number(words[1], certificate.key_bits);
}

// "cert.key", "chain2.key": certificate number 1, 2, … of the chain; null for another key. Creates those
// before it.
Certificate* certificate_of(std::string_view prefix, Host& host) {
  int number = prefix == "cert" ? 1 : 0;
  if (prefix.starts_with("chain") && !read_number(prefix.substr(5), number)) return nullptr;
  if (number < 1 || number > 9) return nullptr;
  auto& chain = host.tls.chain;
  while (chain.size() < static_cast<std::size_t>(number))
    chain.push_back(good_certificate(host, !chain.empty()));
  return &chain[static_cast<std::size_t>(number) - 1];
}

bool apply(const Setting& setting, Host& host) {
  const std::string& value = setting.value;
  if (setting.key == "http_port") return read_port(value, host.http_port);
  if (setting.key == "https_port") return read_port(value, host.https_port);
  if (setting.key == "trust") return read_enum(value, facts::Trust::invalid, kTrustName, host.tls.trust);
  if (setting.key == "name_matches") return read_bool(value, host.tls.name_matches);
  if (setting.key == "versions") return read_versions(value, host.tls.versions);
  if (setting.key == "cipher") return host.tls.cipher = value, true;
  if (setting.key == "plain") return read_plain(value, host);
  if (const std::optional<bool> read = read_offer(setting, host)) return *read;
  if (const std::optional<bool> read = read_feature(setting, host)) return *read;
  if (const std::optional<bool> read = read_trust(setting, host)) return *read;
  const std::size_t dot = std::min(setting.key.find('.'), setting.key.size() - 1);
  Certificate* certificate = certificate_of(std::string_view(setting.key).substr(0, dot), host);
  return certificate != nullptr &&
         read_certificate(std::string_view(setting.key).substr(dot + 1), value, *certificate);
}

}  // namespace

bool read_versions(std::string_view text, std::map<TlsVersion, Support>& versions) {
  for (std::string_view word : split_whitespace(text)) {
    const std::size_t equals = std::min(word.find('='), word.size());
    TlsVersion version{};
    Support support{};
    if (!read_enum(word.substr(0, equals), TlsVersion::tls1_3, kVersionKey, version)) return false;
    if (!read_enum(word.substr(std::min(equals + 1, word.size())), Support::inconclusive, kSupportName,
                   support))
      return false;
    versions[version] = support;
  }
  return true;
}

bool read_certificate(std::string_view field, std::string_view value, Certificate& certificate) {
  if (field == "subject") {
    certificate.subject = value;
    certificate.common_name = value.starts_with("CN=") ? value.substr(3, value.find(',') - 3) : "";
    return true;
  }
  if (field == "names") return read_words(value, certificate.names);
  if (field == "issuer") return certificate.issuer = value, true;
  if (field == "signature") return certificate.signature_algorithm = value, true;
  if (field == "not_before") return read_time(value, certificate.not_before);
  if (field == "not_after") return read_time(value, certificate.not_after);
  if (field == "key") return read_key(value, certificate);
  if (field == "self_signed") return read_bool(value, certificate.self_signed);
  if (field == "is_ca") return read_bool(value, certificate.is_ca);
  if (field == "curve") return certificate.curve = value, true;
  if (field == "exponent") return certificate.rsa_exponent = value, true;
  if (field == "must_staple") return read_bool(value, certificate.must_staple);
  if (field == "server_auth") return read_bool(value, certificate.server_auth);
  if (field == "precertificate") return read_bool(value, certificate.precertificate);
  if (field == "sha256") return certificate.sha256 = value, true;
  if (field == "key_sha256") return certificate.key_sha256 = value, true;
  if (field == "issuer_url") return read_words(value, certificate.issuer_urls);
  if (field == "scts") {
    certificate.scts.clear();
    for (std::string_view log : split_whitespace(value))
      certificate.scts.push_back({.log_id = std::string(log), .timestamp = certificate.not_before});
    return true;
  }
  return false;
}

facts::Certificate good_certificate(const Host& host, bool authority) {
  Certificate certificate;
  certificate.subject = authority ? "CN=Example CA 1" : "CN=" + host.name;
  certificate.common_name = certificate.subject.substr(3);
  certificate.issuer = authority ? "CN=Example Root" : "CN=Example CA 1";
  if (!authority) certificate.names = {host.name};
  certificate.not_before = host.now - std::chrono::days(30);
  certificate.not_after = host.now + std::chrono::days(60);
  certificate.key = facts::KeyKind::rsa;
  certificate.key_bits = 2048;
  certificate.signature_algorithm = "RSA-SHA256";
  certificate.is_ca = authority;
  certificate.issuer_urls = {"http://ca.example/issuer.crt"};
  return certificate;
}

Result<facts::Host> host_of(const catalog::Case& test) {
  const auto settings = read_settings(test.text);
  if (!settings) return settings.error();
  Host host;
  host.name = "example.org";
  host.addresses = {"192.0.2.1"};
  if (!read_time(test.now, host.now)) return Error{"not a date: " + test.now};

  // What the defaults depend on comes first, wherever it stands.
  const auto first = [](const Setting& setting) {
    return setting.key == "name" || setting.key == "now" || setting.key == "tls";
  };
  host.tls.outcome = facts::Outcome::read;
  for (const Setting& setting : *settings) {
    if (setting.key == "name") host.name = setting.value;
    const bool bad_time = setting.key == "now" && !read_time(setting.value, host.now);
    const bool bad_outcome = setting.key == "tls" && !read_enum(setting.value, facts::Outcome::internal_error,
                                                                kOutcomeName, host.tls.outcome);
    if (bad_time || bad_outcome) return not_understood(setting);
  }
  if (host.tls.tested()) {
    host.tls.chain = {good_certificate(host, false)};
    host.tls.trust = facts::Trust::trusted;
    host.tls.name_matches = true;
    host.tls.versions = {{TlsVersion::ssl3, Support::refused},
                         {TlsVersion::tls1_0, Support::refused},
                         {TlsVersion::tls1_1, Support::refused},
                         {TlsVersion::tls1_2, Support::offered},
                         {TlsVersion::tls1_3, Support::offered}};
    host.tls.cipher = "TLS_AES_256_GCM_SHA384";
    host.tls.address = host.addresses.front();
  }
  for (const Setting& setting : *settings) {
    if (!first(setting) && !apply(setting, host)) return not_understood(setting);
  }
  return host;
}

}  // namespace veedor::rules::cases
