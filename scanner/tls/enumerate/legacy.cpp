#include "scanner/tls/enumerate/legacy.h"

#include <algorithm>
#include <array>
#include <utility>

#include "scanner/facts/tls/suite.h"
#include "scanner/tls/wire/protocol.h"

namespace veedor::tls {
namespace {

using facts::Support;
using facts::TlsVersion;

constexpr std::size_t kManySuites = 120;  // old servers fail on more than 127
constexpr std::size_t kFewSuites = 40;

bool contains(const std::vector<std::uint16_t>& suites, std::uint16_t suite) {
  return std::ranges::find(suites, suite) != suites.end();
}

// The server chose the version, and a suite that was on offer.
bool chose(const Answer& answer, TlsVersion version, const std::vector<std::uint16_t>& offered) {
  return judge(answer, version) == Support::offered && contains(offered, answer.flight.hello->suite);
}

ClientHello hello_of(const Asker& asker, const Legacy& legacy, std::vector<std::uint16_t> suites) {
  ClientHello hello = asker.hello(legacy.version);
  hello.suites = std::move(suites);
  return hello;
}

bool is_internal_error(const Answer& answer) {
  return answer.ending == Ending::alert && answer.alert == alert::internal_error;
}

void accept(Legacy& legacy, const ClientHello& hello, const Answer& answer, Sightings& sightings) {
  legacy.offer.suites.push_back(answer.flight.hello->suite);
  sightings.add(hello, answer.flight);
}

// Asks for `suites` until nothing of them is left that the server takes. False where an unclear answer ended
// it.
bool exhaust(Asker& asker, Legacy& legacy, Sightings& sightings, std::vector<std::uint16_t> suites) {
  while (!suites.empty()) {
    const ClientHello hello = hello_of(asker, legacy, suites);
    Answer answer = asker.ask(hello);
    if (chose(answer, legacy.version, suites)) {
      accept(legacy, hello, answer, sightings);
      std::erase(suites, answer.flight.hello->suite);
      continue;
    }
    // Another version, or one of the clear refusals: nothing more in this one. A server that breaks the
    // connection instead of refusing does so again when it is asked again, which `ask` did.
    if (judge(answer, legacy.version) == Support::refused) return true;
    return (answer.ending == Ending::reset || is_internal_error(answer)) && !asker.given_up();
  }
  return true;
}

}  // namespace

void find_version(Asker& asker, Legacy& legacy, Sightings& sightings) {
  const std::vector<std::uint16_t> all = suites_for(legacy.version);
  int internal_errors = 0;
  bool clear_no = false;
  // All suites; those of most servers; few of them; and the last without extensions, if they are what it
  // fails on.
  const std::array<std::pair<std::size_t, bool>, 4> forms = {
      {{all.size(), true}, {kManySuites, true}, {kFewSuites, true}, {kManySuites, false}}};
  for (const auto& [count, extensions] : forms) {
    ClientHello hello = hello_of(
        asker, legacy, {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(std::min(count, all.size()))});
    hello.extensions = extensions;
    const Answer answer = asker.ask(hello);
    if (chose(answer, legacy.version, hello.suites)) {
      legacy.support = Support::offered;
      legacy.long_hello_refused = count < all.size();
      accept(legacy, hello, answer, sightings);
      return;
    }
    if (judge(answer, legacy.version) == Support::refused) {
      clear_no = true;
      break;
    }
    if (answer.ending == Ending::not_asked || answer.ending == Ending::not_connected ||
        (answer.ending == Ending::timed_out && !asker.answered()))
      break;
    // OpenSSL 3 at its default security level answers TLS 1.0 and 1.1 with internal_error, since no signature
    // is left for them. Once it may be a mishap; the same again is a refusal.
    internal_errors += is_internal_error(answer) ? 1 : 0;
    if (internal_errors == 2) break;
  }
  legacy.support = clear_no || internal_errors == 2 ? Support::refused : Support::inconclusive;
}

void find_suites(Asker& asker, Legacy& legacy, Sightings& sightings) {
  if (legacy.support != Support::offered) return;
  std::vector<std::uint16_t> rest = suites_for(legacy.version);
  for (std::uint32_t found : legacy.offer.suites) std::erase(rest, static_cast<std::uint16_t>(found));
  legacy.offer.complete = true;
  const std::size_t at_once = legacy.long_hello_refused ? kManySuites : rest.size();
  for (std::size_t start = 0; start < rest.size(); start += at_once) {
    const auto first = rest.begin() + static_cast<std::ptrdiff_t>(start);
    std::vector<std::uint16_t> part(
        first, first + static_cast<std::ptrdiff_t>(std::min(at_once, rest.size() - start)));
    if (!exhaust(asker, legacy, sightings, std::move(part))) legacy.offer.complete = false;
  }
}

void find_order(Asker& asker, Legacy& legacy, Sightings& sightings) {
  facts::TlsOffer& offer = legacy.offer;
  if (offer.suites.size() < 2) return;
  std::vector<std::uint16_t> reversed;
  std::vector<std::uint16_t> chacha;
  for (auto suite = offer.suites.rbegin(); suite != offer.suites.rend(); ++suite) {
    const auto code = static_cast<std::uint16_t>(*suite);
    const bool is_chacha = facts::suite_name(code).find("CHACHA20") != std::string_view::npos;
    (is_chacha ? chacha : reversed).push_back(code);
  }
  const bool first_is_chacha =
      facts::suite_name(offer.suites.front()).find("CHACHA20") != std::string_view::npos;
  // ChaCha20 in front may be preferred for the sake of mobile clients: it is asked about apart.
  if (first_is_chacha || reversed.empty()) {
    reversed.insert(reversed.end(), chacha.begin(), chacha.end());
    chacha.clear();
  }
  std::vector<std::uint16_t> list = reversed;
  list.insert(list.end(), chacha.begin(), chacha.end());
  ClientHello hello = hello_of(asker, legacy, list);
  const Answer answer = asker.ask(hello);
  if (!chose(answer, legacy.version, list)) return;
  sightings.add(hello, answer.flight);
  offer.preference = answer.flight.hello->suite == offer.suites.front() ? facts::Preference::server
                                                                        : facts::Preference::client;
  if (offer.preference != facts::Preference::server || chacha.empty()) return;
  chacha.insert(chacha.end(), reversed.begin(), reversed.end());
  hello = hello_of(asker, legacy, chacha);
  const Answer mobile = asker.ask(hello);
  if (!chose(mobile, legacy.version, chacha)) return;
  sightings.add(hello, mobile.flight);
  offer.chacha_for_mobile =
      facts::suite_name(mobile.flight.hello->suite).find("CHACHA20") != std::string_view::npos;
}

}  // namespace veedor::tls
