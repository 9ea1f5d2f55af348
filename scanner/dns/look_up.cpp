#include "scanner/dns/look_up.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "scanner/base/text.h"
#include "scanner/dns/ask.h"
#include "scanner/dns/records.h"

namespace veedor::dns {
namespace {

using facts::Lookup;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kMaxRecords = 64;  // of each kind that are kept
constexpr int kMaxAliases = 4;

// Names that the public DNS knows nothing of: RFC 6761, RFC 6762, RFC 7686, and ICANN's "internal".
constexpr auto kPrivate =
    std::to_array<std::string_view>({"localhost", "local", "test", "invalid", "onion", "internal"});

// The name to ask about, without a final dot; "" for an address and for what is no public name.
std::string public_name(std::string_view host) {
  std::string name = ascii_lower(host);
  if (name.ends_with('.')) name.pop_back();
  const std::vector<std::string_view> labels = split(name, '.');
  const bool readable =
      std::ranges::all_of(name, [](char c) { return is_ascii_alnum(c) || c == '-' || c == '_' || c == '.'; });
  if (!readable || labels.size() < 2 || query(0, name, type::caa).empty()) return "";
  const std::string_view last = labels.back();
  if (std::ranges::all_of(last, is_ascii_digit)) return "";  // an IPv4 address
  return std::ranges::find(kPrivate, last) == kPrivate.end() ? name : "";
}

struct Answer {
  Lookup state = Lookup::not_tested;
  bool authenticated = false;
  std::vector<Bytes> records;  // what the records of the asked type hold; not empty where `found`
};

// RFC 1034 §3.6.2: where the CNAMEs lead, of which a resolver sends all along. Nothing for a loop.
std::optional<std::string> end_of_aliases(const Message& message) {
  std::string name = message.question;
  for (std::size_t steps = 0; steps <= message.answers.size(); ++steps) {
    const auto alias = std::ranges::find_if(message.answers, [&name](const Record& record) {
      return record.type == type::cname && record.owner == name;
    });
    if (alias == message.answers.end()) return name;
    name = alias->target;
  }
  return std::nullopt;
}

Answer judge(const Message& message) {
  Answer answer{.state = Lookup::failed, .authenticated = message.authenticated};
  if (message.code == code::name_error) answer.state = Lookup::absent;
  if (message.code != code::no_error) return answer;
  const std::optional<std::string> owner = end_of_aliases(message);
  if (!owner) return answer;
  for (const Record& record : message.answers) {
    if (record.type == message.question_type && record.owner == *owner) answer.records.push_back(record.data);
  }
  // Who neither resolves nor is in charge of the name has only pointed elsewhere.
  if (answer.records.empty() && !message.recursive && !message.authoritative) return answer;
  answer.state = answer.records.empty() ? Lookup::absent : Lookup::found;
  if (answer.records.size() > kMaxRecords) answer.records.resize(kMaxRecords);
  return answer;
}

// All questions about one host: they share the time, and stop where nobody answers.
class Session {
 public:
  explicit Session(const Options& options)
      : resolvers_(options.resolvers.empty() ? system_resolvers() : options.resolvers),
        query_limit_(options.query_limit),
        deadline_(Clock::now() + options.total_limit) {}

  Answer ask(std::string_view name, std::uint16_t type) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline_ - Clock::now());
    if (nobody_there_ || left.count() <= 0) return {};
    const Reply reply = dns::ask(resolvers_, name, type, std::min(left, query_limit_));
    if (reply.ending == Ending::silent && !heard_) nobody_there_ = true;
    if (nobody_there_) return {};
    heard_ = true;
    if (reply.ending != Ending::answered) return {.state = Lookup::failed};
    return judge(reply.message);
  }

 private:
  std::vector<Resolver> resolvers_;
  std::chrono::milliseconds query_limit_;
  Clock::time_point deadline_;
  bool heard_ = false;
  bool nobody_there_ = false;
};

// Reads all records with `read`; one that is malformed makes the whole `failed`, since what it says is
// unknown.
template <class Value>
Lookup read_all(const Answer& answer, Result<Value> (*read)(BytesView), std::vector<Value>& values) {
  for (const Bytes& record : answer.records) {
    Result<Value> value = read(record);
    if (!value) return Lookup::failed;
    values.push_back(std::move(*value));
  }
  return answer.state;
}

// RFC 8659 §3: of the name itself, else of the nearest ancestor that has any. Returns the first answer.
Answer look_up_caa(Session& session, std::string_view host, facts::Dns& dns) {
  std::optional<Answer> first;
  for (std::string_view domain = host; !domain.empty();) {
    const Answer answer = session.ask(domain, type::caa);
    if (!first) first = answer;
    dns.caa = read_all(answer, read_caa, dns.caa_records);
    if (dns.caa == Lookup::found) dns.caa_domain = domain;
    if (dns.caa == Lookup::failed) dns.caa_records.clear();
    if (dns.caa != Lookup::absent) break;
    const std::size_t dot = domain.find('.');
    domain = dot == std::string_view::npos ? std::string_view() : domain.substr(dot + 1);
  }
  return first.value_or(Answer());
}

Answer look_up_tlsa(Session& session, const std::string& prefix, std::string_view host, facts::Dns& dns) {
  Answer answer = session.ask(prefix + "._tcp." + std::string(host), type::tlsa);
  dns.tlsa = read_all(answer, read_tlsa, dns.tlsa_records);
  if (dns.tlsa == Lookup::failed) dns.tlsa_records.clear();
  return answer;
}

void take_bindings(const std::vector<ServiceBinding>& bindings, facts::Dns& dns) {
  for (const ServiceBinding& binding : bindings) {
    for (const std::string& protocol : binding.alpn) {
      if (std::ranges::find(dns.https_alpn, protocol) == dns.https_alpn.end())
        dns.https_alpn.push_back(protocol);
    }
    if (binding.encrypted_client_hello) dns.encrypted_client_hello = true;
  }
}

// RFC 9460 §2.4.2: an alias leads to another name's records.
void look_up_https(Session& session, std::string name, facts::Dns& dns) {
  for (int aliases = 0; aliases <= kMaxAliases; ++aliases) {
    std::vector<ServiceBinding> bindings;
    dns.https = read_all(session.ask(name, type::https), read_https, bindings);
    if (dns.https != Lookup::found) return;
    const auto alias = std::ranges::find(bindings, 0, &ServiceBinding::priority);
    if (alias == bindings.end()) return take_bindings(bindings, dns);
    if (alias->target.empty()) {  // §2.5.1: there is no such service
      dns.https = Lookup::absent;
      return;
    }
    name = alias->target;
    if (public_name(name).empty()) break;
  }
  dns.https = Lookup::failed;
}

}  // namespace

facts::Dns look_up(std::string_view host, const Options& options) {
  facts::Dns dns;
  const std::string name = public_name(host);
  if (name.empty()) return dns;
  Session session(options);
  const std::string prefix = "_" + std::to_string(options.port);
  const Answer tlsa = look_up_tlsa(session, prefix, name, dns);
  // RFC 9460 §9.1: other ports have a name of their own.
  look_up_https(session, options.port == 443 ? name : prefix + "._https." + name, dns);
  const Answer caa = look_up_caa(session, name, dns);
  const bool answered = tlsa.state == Lookup::found || tlsa.state == Lookup::absent;
  dns.authenticated = answered ? tlsa.authenticated : caa.authenticated;
  return dns;
}

}  // namespace veedor::dns
