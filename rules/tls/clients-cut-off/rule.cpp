// Clients of the last eight years, or most of all that are known, cannot connect.
#include "rules/rule.h"

#include <chrono>
#include <string>
#include <vector>

#include "rules/support/tls_features.h"
#include "rules/support/tls_service.h"

namespace veedor::rules::tls {
namespace {

constexpr int kRecentYears = 8;

Verdicts check(const facts::Host& host) {
  const std::chrono::year_month_day today(std::chrono::floor<std::chrono::days>(host.now));
  const int year = static_cast<int>(today.year());
  std::vector<std::string> recent;
  std::vector<std::string> cut_off;
  std::size_t known = 0;
  for (const facts::ClientResult& client : host.tls.grade.clients) {
    if (client.connects != facts::Connects::unknown) ++known;
    if (client.connects != facts::Connects::no) continue;
    cut_off.push_back(client.client);
    if (client.released >= year - kRecentYears) recent.push_back(client.client);
  }
  if (!speaks_tls(host.tls) || known == 0) return {};
  if (!recent.empty())
    return {{.outcome = Outcome::failed,
             .message = "recent",
             .values = {{"host", host.name}, {"clients", listed(recent)}}}};
  // That the oldest cannot connect is the price of safe settings, and is paid by all good services.
  if (cut_off.size() * 2 <= known) return {{Outcome::passed}};
  return {{.outcome = Outcome::failed,
           .message = "many",
           .values = {{"host", host.name},
                      {"count", std::to_string(cut_off.size())},
                      {"known", std::to_string(known)},
                      {"clients", listed(cut_off)}}}};
}

}  // namespace

extern constexpr Rule clients_cut_off = define({
    .id = "tls/clients-cut-off",
    .severity = Severity::info,
    .confidence = Confidence::medium,
    .references = {.owasp = {"A05:2021"}, .rfc = {"RFC 9325 §4.2"}},
    .practice = Practice::best_practice,
    .check = check,
});

}  // namespace veedor::rules::tls
