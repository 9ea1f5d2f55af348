#include "cli/pipeline/host_probes.h"

#include <algorithm>
#include <future>
#include <map>
#include <optional>
#include <utility>

#include "cli/pipeline/fetcher.h"
#include "scanner/dns/look_up.h"
#include "scanner/dns/tlsa.h"
#include "scanner/net/address_guard.h"
#include "scanner/tls/probe.h"

namespace veedor::cli {
namespace {

constexpr std::size_t kMaxFurtherHosts = 20;
constexpr std::size_t kAtOnce = 4;
constexpr std::size_t kMaxBody = 256U << 10;

struct Ports {
  std::optional<std::uint16_t> http;
  std::optional<std::uint16_t> https;
};

// A host that serves one scheme on its usual port is expected to serve the other on its usual port too; of a
// host on a port of its own nothing is assumed.
void assume_usual_ports(Ports& ports) {
  const bool unusual = (ports.http && *ports.http != 80) || (ports.https && *ports.https != 443);
  if (unusual) return;
  if (!ports.http) ports.http = 80;
  if (!ports.https) ports.https = 443;
}

std::map<std::string, Ports> ports_by_host(const ScanOptions& options, const std::set<std::string>& origins) {
  std::map<std::string, Ports> hosts;
  auto note = [&hosts](const url::Url& url) {
    Ports& ports = hosts[std::string(url.host())];
    std::optional<std::uint16_t>& port = url.https() ? ports.https : ports.http;
    if (!port) port = url.effective_port();
  };
  for (const url::Url& seed : options.seeds) note(seed);
  for (const std::string& origin : origins) {
    if (Result<url::Url> url = url::Url::parse(origin)) note(*url);
  }
  for (auto& [host, ports] : hosts) {
    if (options.http_port) ports.http = options.http_port;
    if (options.https_port) ports.https = options.https_port;
    assume_usual_ports(ports);
  }
  return hosts;
}

bool is_seed(const ScanOptions& options, std::string_view host) {
  return std::ranges::any_of(options.seeds, [host](const url::Url& seed) { return seed.host() == host; });
}

facts::Tls probe_tls(const facts::Host& host, net::AddressGuard guard, const ScanOptions& options) {
  return tls::probe(
      host.name, host.https_port,
      {.ca_file = options.http.ca_file,
       .timeout = options.http.connect_timeout,
       .may_connect = [host, &guard](const sockaddr& address) { return guard.allows(host.name, address); },
       .now = host.now,
       .manners = options.tls,
       .http_port =
           host.plain && host.plain->outcome == facts::Outcome::read ? host.http_port : std::uint16_t{0},
       .intrusive = options.intrusive});
}

// Only of a host that speaks TLS: its records are about its certificates.
void look_up_dns(facts::Host& host) {
  if (host.tls.versions.empty()) return;
  host.dns = dns::look_up(host.name, {.port = host.https_port});
  dns::match(host.dns.tlsa_records, host.tls.chain);
}

void probe_all_tls(std::vector<facts::Host>& hosts, const std::vector<bool>& wanted,
                   const ScanOptions& options, const net::AddressGuard& guard,
                   const std::atomic<bool>& stop) {
  for (std::size_t start = 0; start < hosts.size() && !stop; start += kAtOnce) {
    std::vector<std::pair<std::size_t, std::future<facts::Tls>>> running;
    for (std::size_t i = start; i < std::min(start + kAtOnce, hosts.size()); ++i) {
      if (!wanted[i]) continue;
      running.emplace_back(i, std::async(std::launch::async, [&host = hosts[i], guard, &options] {
                             return probe_tls(host, guard, options);
                           }));
    }
    for (auto& [i, tls] : running) hosts[i].tls = tls.get();
    for (auto& entry : running) look_up_dns(hosts[entry.first]);
  }
}

void ask_plain_http(std::vector<facts::Host>& hosts, const std::vector<bool>& wanted, RobotsGate& robots,
                    net::Client& client, const std::atomic<bool>& stop) {
  std::vector<url::Url> urls;
  std::vector<facts::Host*> asked;
  for (std::size_t i = 0; i < hosts.size(); ++i) {
    if (!wanted[i]) continue;
    Result<url::Url> url =
        url::Url::parse("http://" + hosts[i].name + ":" + std::to_string(hosts[i].http_port) + "/");
    if (!url) continue;
    urls.push_back(*std::move(url));
    asked.push_back(&hosts[i]);
  }
  robots.learn(urls, client, stop);
  for (std::size_t i = urls.size(); i-- > 0;) {
    const std::optional<facts::Outcome> refused = robots.refuses(urls[i]);
    if (!refused) continue;
    asked[i]->plain = facts::Response{.requested = urls[i], .final_url = urls[i], .outcome = *refused};
    urls.erase(urls.begin() + static_cast<std::ptrdiff_t>(i));
    asked.erase(asked.begin() + static_cast<std::ptrdiff_t>(i));
  }
  std::vector<facts::Response> answers = fetch_all(client, urls, kMaxBody, stop);
  for (std::size_t i = 0; i < answers.size(); ++i) {
    answers[i].body.clear();
    if (!answers[i].address.empty()) asked[i]->addresses.push_back(answers[i].address);
    asked[i]->plain = std::move(answers[i]);
  }
}

}  // namespace

ProbedHosts probe_hosts(const ScanOptions& options, const std::set<std::string>& origins,
                        const std::set<std::string, std::less<>>& named, RobotsGate& robots,
                        net::Client& client, Time now, const std::atomic<bool>& stop) {
  ProbedHosts probed;
  std::vector<bool> ask_http;
  std::vector<bool> ask_https;
  std::size_t further = 0;
  for (const auto& [name, ports] : ports_by_host(options, origins)) {
    if (!is_seed(options, name) && ++further > kMaxFurtherHosts) {
      probed.truncated = true;
      continue;
    }
    probed.hosts.push_back({.name = name,
                            .http_port = ports.http.value_or(0),
                            .https_port = ports.https.value_or(0),
                            .now = now});
    ask_http.push_back(ports.http.has_value());
    ask_https.push_back(ports.https.has_value() && options.http.proxy.empty());
  }
  if (options.source == Source::local_files) return probed;
  ask_plain_http(probed.hosts, ask_http, robots, client, stop);
  probe_all_tls(probed.hosts, ask_https, options, net::AddressGuard(named), stop);
  for (facts::Host& host : probed.hosts) {
    if (!host.tls.address.empty()) host.addresses.push_back(host.tls.address);
    std::ranges::sort(host.addresses);
    host.addresses.erase(std::unique(host.addresses.begin(), host.addresses.end()), host.addresses.end());
  }
  return probed;
}

}  // namespace veedor::cli
