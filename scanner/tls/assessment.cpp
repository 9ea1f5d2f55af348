#include "scanner/tls/assessment.h"

#include <algorithm>
#include <functional>

#include "scanner/tls/attacks/attacks.h"
#include "scanner/tls/certificates/certificate.h"
#include "scanner/tls/certificates/chain.h"
#include "scanner/tls/certificates/sessions.h"
#include "scanner/tls/certificates/staple.h"

namespace veedor::tls {
namespace {

using facts::Authentication;
using facts::Outcome;
using facts::Support;
using facts::TlsVersion;

constexpr std::size_t kMaxChain = 32;
constexpr int kForTheRest =
    35;  // connections: sessions, attacks and the last look after the search for suites

CertificateChain parse_chain(const std::vector<Bytes>& sent) {
  CertificateChain chain;
  for (const Bytes& der : sent) {
    X509Ptr certificate = parse_certificate(der);
    if (!certificate || chain.size() == kMaxChain) break;
    chain.push_back(std::move(certificate));
  }
  return chain;
}

std::vector<facts::Certificate> describe_all(const CertificateChain& chain) {
  std::vector<facts::Certificate> facts;
  for (const X509Ptr& certificate : chain) facts.push_back(describe(certificate.get()));
  return facts;
}

struct Judge {
  const Target& target;
  const ProbeOptions& options;
  const TrustStore& trust;
  facts::Tls& tls;

  void own_chain(const CertificateChain& chain, BytesView staple) const {
    if (chain.empty()) return;
    tls.chain = describe_all(chain);
    const TrustVerdict verdict = trust.judge(chain, options.now);
    tls.trust = verdict.trust;
    tls.trust_detail = verdict.detail;
    tls.name_matches = names_host(chain.front().get(), target.name);
    tls.shape = shape_of(chain);
    tls.staple = judge_staple(staple, chain, options.now);
    if (!staple.empty()) tls.features.ocsp_stapling = Support::offered;
  }

  // Where it is not the one that is known already.
  void other_chain(const std::string& seen_by, const CertificateChain& chain) const {
    if (chain.empty()) return;
    facts::OtherChain other{.seen_by = seen_by, .chain = describe_all(chain)};
    const std::string& own = other.chain.front().sha256;
    if (!tls.chain.empty() && tls.chain.front().sha256 == own) return;
    for (const facts::OtherChain& known : tls.other_chains) {
      if (known.chain.front().sha256 == own) return;
    }
    other.trust = trust.judge(chain, options.now).trust;
    other.name_matches = names_host(chain.front().get(), target.name);
    tls.other_chains.push_back(std::move(other));
  }
};

void keep(Survey& survey, facts::Tls& tls) {
  tls.versions = survey.versions;
  tls.offers = std::move(survey.offers);
  tls.key_exchange = std::move(survey.exchange);
  tls.features = std::move(survey.features);
}

// What only whole handshakes show.
void keep(const facts::TlsFeatures& sessions, facts::TlsFeatures& features) {
  features.session_ids = sessions.session_ids;
  features.ticket_resumption = sessions.ticket_resumption;
  features.tls13_resumption = sessions.tls13_resumption;
  features.early_data = sessions.early_data;
  features.early_data_bytes = sessions.early_data_bytes;
  features.ticket_lifetime = sessions.ticket_lifetime;
  features.client_renegotiation = sessions.client_renegotiation;
}

std::string kind_of(Authentication authentication) {
  switch (authentication) {
    case Authentication::rsa:
      return "rsa";
    case Authentication::ecdsa:
      return "ecdsa";
    case Authentication::dss:
      return "dsa";
    default:
      return "other";
  }
}

// TLS 1.3 encrypts certificates: who takes only the other kind of key sees perhaps another chain.
void ask_other_kind(const Service& service, const Handshake& first, CertificateChain& chain,
                    std::string& kind) {
  if (first.chain.empty()) return;
  const bool ec = describe(first.chain.front().get()).key == facts::KeyKind::ec;
  kind = ec ? "rsa" : "ecdsa";
  HandshakeOptions options{.server_name = service.server_name};
  options.signatures = ec ? "RSA-PSS+SHA256:RSA-PSS+SHA384:RSA-PSS+SHA512:RSA+SHA256:RSA+SHA384:RSA+SHA512"
                          : "ECDSA+SHA256:ECDSA+SHA384:ECDSA+SHA512:ed25519";
  Handshake other = shake_hands(service.loop, service.address, service.timeout, options);
  chain = std::move(other.chain);
}

bool offers_anything(const Survey& survey) {
  return std::ranges::any_of(survey.versions,
                             [](const auto& entry) { return entry.second == Support::offered; });
}

// The hello that was answered at first: when it is not any more, what came between may be incomplete.
void look_once_more(Asker& asker, facts::Tls& tls) {
  const auto best = std::ranges::find_if(tls.offers.rbegin(), tls.offers.rend(),
                                         [](const auto& entry) { return entry.first != TlsVersion::ssl2; });
  if (best == tls.offers.rend()) return;
  ClientHello hello = asker.hello(best->first);
  hello.grease = false;
  hello.suites.assign(best->second.suites.begin(), best->second.suites.end());
  const Answer answer = asker.ask(hello);
  tls.blocked = asker.given_up() || (answer.ending != Ending::answered && answer.ending != Ending::not_asked);
}

bool is_clear(Support support) { return support == Support::offered || support == Support::refused; }

// Only what both addresses gave a clear answer to can differ.
bool versions_differ(const std::map<TlsVersion, Support>& first, const std::map<TlsVersion, Support>& other) {
  return std::ranges::any_of(first, [&other](const auto& entry) {
    const auto found = other.find(entry.first);
    return found != other.end() && is_clear(entry.second) && is_clear(found->second) &&
           entry.second != found->second;
  });
}

}  // namespace

void assess(Loop& loop, const Target& target, const ProbeOptions& options, const TrustStore& trust,
            const Handshake& first, facts::Tls& tls) {
  Asker asker(loop, target.address, target.server_name, options.timeout);
  const Service service{loop, target.address, target.server_name, options.timeout};
  Survey survey;
  const Judge judge{target, options, trust, tls};
  CertificateChain other_kind;
  std::string kind;
  Bytes ticket;
  facts::TlsFeatures sessions;
  std::vector<std::function<void()>> tasks;
  // Handshakes in TLS 1.2 are tried while nothing is known of it yet: a service without it refuses at once.
  if (first.completed) tasks.emplace_back([&] { ticket = try_sessions(service, first, true, sessions); });
  tasks.emplace_back([&] {
    loop.keep_back(std::min(kForTheRest, options.manners.at_most / 2));
    take(asker, survey);
    loop.keep_back(0);
    if (first.completed && survey.chains.empty()) ask_other_kind(service, first, other_kind, kind);
  });
  if (options.http_port != 0) {
    tasks.emplace_back([&] {
      tls.vulnerabilities[facts::Vulnerability::opossum] =
          try_opossum(loop, target.address.with_port(options.http_port), target.name, options.timeout);
    });
  }
  loop.all(std::move(tasks));
  keep(survey, tls);
  keep(sessions, tls.features);
  tls.cipher = first.cipher;

  if (!first.alpn.empty() && std::ranges::find(tls.features.alpn, first.alpn) == tls.features.alpn.end() &&
      (first.alpn == "h2" || first.alpn == "http/1.1"))
    tls.features.alpn.push_back(first.alpn);
  CertificateChain own;
  if (first.chain.empty() && !survey.chains.empty()) own = parse_chain(survey.chains.begin()->second);
  judge.own_chain(first.chain.empty() ? own : first.chain,
                  first.chain.empty() ? survey.staple : first.staple);
  for (const auto& [authentication, sent] : survey.chains)
    judge.other_chain(kind_of(authentication), parse_chain(sent));
  judge.other_chain(kind, other_kind);
  judge.other_chain("no_server_name", parse_chain(survey.chain_without_name));

  const auto rsa = survey.chains.find(Authentication::rsa);
  try_attacks(asker, tls, rsa == survey.chains.end() ? std::vector<Bytes>() : rsa->second, ticket,
              options.intrusive, tls.vulnerabilities);
  if (offers_anything(survey)) look_once_more(asker, tls);
}

void compare(Loop& loop, const Target& target, const ProbeOptions& options, const TrustStore& trust,
             facts::Tls& tls, facts::AddressFacts& other) {
  other.address = target.address.text();
  Handshake handshake =
      shake_hands(loop, target.address, options.timeout, {.server_name = target.server_name});
  other.outcome = handshake.outcome;
  if (!handshake.connected) return;
  Asker asker(loop, target.address, target.server_name, options.timeout);
  Survey survey;
  take_versions(asker, survey);
  other.versions = survey.versions;
  Judge{target, options, trust, tls}.other_chain(other.address, handshake.chain);
  if (!handshake.chain.empty()) other.certificate_sha256 = describe(handshake.chain.front().get()).sha256;
  if (versions_differ(tls.versions, other.versions)) other.differences.emplace_back("versions");
  if (!tls.chain.empty() && !other.certificate_sha256.empty() &&
      other.certificate_sha256 != tls.chain.front().sha256)
    other.differences.emplace_back("certificate");
}

}  // namespace veedor::tls
