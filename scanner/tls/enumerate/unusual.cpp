#include "scanner/tls/enumerate/unusual.h"

#include <algorithm>
#include <functional>
#include <optional>

#include "scanner/tls/wire/protocol.h"

namespace veedor::tls {
namespace {

using facts::Support;
using facts::TlsVersion;

constexpr std::size_t kLong = 1'800;  // more than one segment, as with a share of ML-KEM
constexpr std::uint16_t kFuture = 0x0305;

std::optional<TlsVersion> best_version(const Survey& survey, TlsVersion up_to) {
  std::optional<TlsVersion> best;
  for (const auto& [version, support] : survey.versions) {
    if (support == Support::offered && version <= up_to && version != TlsVersion::ssl2) best = version;
  }
  return best;
}

// A hello like the one that the version was found with, GREASE apart.
ClientHello usual_hello(const Asker& asker, TlsVersion version) {
  ClientHello hello = asker.hello(version);
  hello.grease = false;
  return hello;
}

bool went_on(const Answer& answer) { return answer.ending == Ending::answered; }

// Only what happened twice is said of the server: the usual hello was answered before.
Support tolerated(const Answer& answer) {
  if (went_on(answer)) return Support::offered;
  return answer.ending == Ending::not_asked || answer.ending == Ending::not_connected ? Support::inconclusive
                                                                                      : Support::refused;
}

void ask_long(Asker& asker, Survey& survey, TlsVersion version) {
  ClientHello hello = usual_hello(asker, version);
  if (version == TlsVersion::ssl3) return;  // RFC 6101 has nothing to make it longer with
  hello.at_least = kLong;
  facts::Tolerance& tolerance = survey.features.tolerance;
  const Support answer = tolerated(asker.ask(hello));
  if (tolerance.long_hello == Support::not_tested) tolerance.long_hello = answer;
  tolerance.split_hello = tolerated(asker.ask_in_pieces(hello));
}

// RFC 5246 §E.1, RFC 8446 §4.2.1: a server that does not know the version answers with its best.
void ask_future(Asker& asker, Survey& survey) {
  const std::optional<TlsVersion> best = best_version(survey, TlsVersion::tls1_2);
  if (!best) return;  // TLS 1.3 alone no longer looks at the old field
  ClientHello hello = usual_hello(asker, *best);
  hello.legacy_version = kFuture;
  survey.features.tolerance.future_version = tolerated(asker.ask(hello));
}

// RFC 7507: with one version below the best, and the flag that says "this is a fallback".
void ask_fallback(Asker& asker, Survey& survey) {
  const std::optional<TlsVersion> best = best_version(survey, TlsVersion::tls1_3);
  if (!best || *best == TlsVersion::ssl3) return;
  const std::optional<TlsVersion> lower =
      best_version(survey, static_cast<TlsVersion>(static_cast<int>(*best) - 1));
  if (!lower || (*best == TlsVersion::tls1_3 && *lower == TlsVersion::tls1_2))
    return;  // RFC 8446 §4.1.3 guards it
  ClientHello hello = usual_hello(asker, *lower);
  hello.suites.push_back(kFallbackScsv);
  const Answer answer = asker.ask(hello);
  Support& fallback = survey.features.fallback_scsv;
  if (answer.ending == Ending::alert && answer.alert == alert::inappropriate_fallback)
    fallback = Support::offered;
  else if (went_on(answer))
    fallback = Support::refused;
  else
    fallback = Support::inconclusive;
}

void ask_without_name(Asker& asker, Survey& survey, TlsVersion best) {
  if (asker.server_name().empty()) return;  // all hellos were without
  // Up to TLS 1.2 the certificate comes in clear.
  const TlsVersion version = best_version(survey, TlsVersion::tls1_2).value_or(best);
  ClientHello hello = usual_hello(asker, version);
  hello.server_name.clear();
  const Answer answer = asker.ask(hello);
  const Support tolerance = tolerated(answer);
  survey.features.server_name_needed = tolerance == Support::offered   ? Support::refused
                                       : tolerance == Support::refused ? Support::offered
                                                                       : Support::inconclusive;
  survey.chain_without_name = answer.flight.certificates;
}

}  // namespace

void ask_unusual(Asker& asker, Survey& survey) {
  const std::optional<TlsVersion> best = best_version(survey, TlsVersion::tls1_3);
  if (!best) return;
  std::vector<std::function<void()>> tasks;
  tasks.emplace_back([&] { ask_long(asker, survey, *best); });
  tasks.emplace_back([&] { ask_future(asker, survey); });
  tasks.emplace_back([&] { ask_fallback(asker, survey); });
  tasks.emplace_back([&] { ask_without_name(asker, survey, *best); });
  asker.loop().all(std::move(tasks));
}

}  // namespace veedor::tls
