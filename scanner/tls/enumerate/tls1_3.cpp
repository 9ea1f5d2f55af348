#include "scanner/tls/enumerate/tls1_3.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

#include "scanner/facts/tls/suite.h"
#include "scanner/tls/wire/protocol.h"

namespace veedor::tls {
namespace {

using facts::Support;
using facts::TlsVersion;
using Codes = std::vector<std::uint16_t>;

constexpr TlsVersion kVersion = TlsVersion::tls1_3;
constexpr int kMaxRounds = 80;

// Any 32 bytes are a public key of X25519 (RFC 7748 §5).
KeyShare x25519_share(const ClientHello& hello) {
  return {kGroupX25519, Bytes(hello.random.begin(), hello.random.end())};
}

ClientHello hello_of(const Asker& asker, const Modern& modern, const Codes& suites, const Codes& groups) {
  ClientHello hello = asker.hello(kVersion);
  hello.suites = suites;
  hello.groups = groups;
  hello.grease = modern.grease != Support::refused;
  // RFC 8446 §4.2.8: a share only for a group that is offered.
  if (modern.with_share && std::ranges::find(groups, kGroupX25519) != groups.end())
    hello.shares = {x25519_share(hello)};
  return hello;
}

// The suite was on offer and the server goes on. (RFC 8446 §4.1.4: the group is in the HelloRetryRequest; in
// a ServerHello it is that of the share.)
bool chose(const Answer& answer, const Codes& suites) {
  return judge(answer, kVersion) == Support::offered &&
         std::ranges::find(suites, answer.flight.hello->suite) != suites.end();
}

void note_group(const Answer& answer, Modern& modern) {
  const std::optional<std::uint16_t> group = answer.flight.hello->group;
  if (group && std::ranges::find(modern.groups, *group) == modern.groups.end())
    modern.groups.push_back(*group);
}

void note_suite(const Answer& answer, Modern& modern) {
  const std::uint32_t suite = answer.flight.hello->suite;
  if (std::ranges::find(modern.offer.suites, suite) == modern.offer.suites.end())
    modern.offer.suites.push_back(suite);
}

bool clearly_no(const Answer& answer) {
  // RFC 8446 §4.1.1, §9.2: no common suite or group; missing_extension and illegal_parameter are what some
  // send.
  return judge(answer, kVersion) == Support::refused ||
         (answer.ending == Ending::alert &&
          (answer.alert == alert::missing_extension || answer.alert == alert::illegal_parameter));
}

// Groups with all suites, suites with all groups: what the search for both together left open.
bool exhaust_one(Asker& asker, Modern& modern, Codes suites, Codes groups, bool strike_suites) {
  for (int round = 0; round < kMaxRounds; ++round) {
    if ((strike_suites ? suites : groups).empty()) return true;
    const Answer answer = asker.ask(hello_of(asker, modern, suites, groups));
    if (!chose(answer, suites)) return clearly_no(answer);
    note_suite(answer, modern);
    note_group(answer, modern);
    if (strike_suites) {
      std::erase(suites, answer.flight.hello->suite);
      continue;
    }
    const std::optional<std::uint16_t> group = answer.flight.hello->group;
    if (!group || std::erase(groups, *group) == 0) return false;
  }
  return false;
}

void strike(Codes& codes, const auto& found) {
  std::erase_if(codes,
                [&found](std::uint16_t code) { return std::ranges::find(found, code) != found.end(); });
}

// Suites and these groups, both struck at once as long as both have something left.
void strike_both(Asker& asker, Modern& modern, const ClientHello& all, const Codes& these) {
  Codes suites = all.suites;
  Codes groups = these;
  strike(suites, modern.offer.suites);
  strike(groups, modern.groups);
  while (!suites.empty() && !groups.empty()) {
    const Answer answer = asker.ask(hello_of(asker, modern, suites, groups));
    if (!chose(answer, suites)) break;
    const std::optional<std::uint16_t> group = answer.flight.hello->group;
    note_suite(answer, modern);
    note_group(answer, modern);
    std::erase(suites, answer.flight.hello->suite);
    if (!group || std::erase(groups, *group) == 0) break;  // it named none, or one that was not offered
  }
  modern.offer.complete = exhaust_one(asker, modern, suites, all.groups, true);
  modern.groups_complete = exhaust_one(asker, modern, all.suites, groups, false) && !modern.groups.empty();
}

void find_order(Asker& asker, Modern& modern) {
  facts::TlsOffer& offer = modern.offer;
  if (offer.suites.size() < 2) return;
  Codes reversed(offer.suites.rbegin(), offer.suites.rend());
  const auto is_chacha = [](std::uint16_t code) { return code == 0x1303; };
  const bool first_is_chacha = is_chacha(static_cast<std::uint16_t>(offer.suites.front()));
  if (!first_is_chacha) std::ranges::stable_partition(reversed, [&](auto code) { return !is_chacha(code); });
  const Codes groups = asker.hello(kVersion).groups;
  const Answer answer = asker.ask(hello_of(asker, modern, reversed, groups));
  if (!chose(answer, reversed)) return;
  offer.preference = answer.flight.hello->suite == offer.suites.front() ? facts::Preference::server
                                                                        : facts::Preference::client;
  if (offer.preference != facts::Preference::server || first_is_chacha) return;
  std::ranges::stable_partition(reversed, is_chacha);
  if (!is_chacha(reversed.front())) return;
  const Answer mobile = asker.ask(hello_of(asker, modern, reversed, groups));
  offer.chacha_for_mobile = chose(mobile, reversed) && is_chacha(mobile.flight.hello->suite);
}

}  // namespace

void find_modern_version(Asker& asker, Modern& modern, Sightings& sightings) {
  const ClientHello all = asker.hello(kVersion);
  Answer answer;
  int internal_errors = 0;
  // With GREASE; without it; and with a share, since an alert may mean the missing one, not the version.
  for (int form = 0; form < 3; ++form) {
    modern.grease = form == 0 ? Support::not_tested : Support::refused;
    modern.with_share = form == 2;
    const ClientHello hello = hello_of(asker, modern, all.suites, all.groups);
    answer = asker.ask(hello);
    if (chose(answer, all.suites)) {
      modern.support = Support::offered;
      // A server that wants a share may have had nothing against GREASE.
      modern.grease = form == 0 ? Support::offered : form == 1 ? Support::refused : Support::not_tested;
      note_suite(answer, modern);
      note_group(answer, modern);
      sightings.add(hello, answer.flight);
      return;
    }
    internal_errors += answer.ending == Ending::alert && answer.alert == alert::internal_error ? 1 : 0;
    const bool plain_no = answer.ending == Ending::answered ||
                          (answer.ending == Ending::alert && answer.alert == alert::protocol_version);
    if (plain_no || answer.ending == Ending::not_asked || answer.ending == Ending::not_connected ||
        (answer.ending == Ending::timed_out && !asker.answered()))
      break;
  }
  // As in the older versions: once it may be a mishap, the same again is a refusal.
  modern.support = internal_errors > 1 ? Support::refused : judge(answer, kVersion);
  modern.grease = Support::not_tested;
}

void find_modern(Asker& asker, Modern& modern, Sightings& sightings) {
  if (modern.support == Support::not_tested) find_modern_version(asker, modern, sightings);
  if (modern.support != Support::offered) return;
  const ClientHello all = asker.hello(kVersion);
  Codes curves = all.groups;
  Codes fields;
  const auto is_field = [](std::uint16_t code) {
    return facts::find_group(code)->kind == facts::GroupKind::finite_field;
  };
  std::ranges::copy_if(curves, std::back_inserter(fields), is_field);
  std::erase_if(curves, is_field);
  bool fields_done = false;
  // Side by side, since the list of groups is the longest.
  std::vector<std::function<void()>> tasks;
  tasks.emplace_back([&] { strike_both(asker, modern, all, curves); });
  tasks.emplace_back([&] { fields_done = exhaust_one(asker, modern, all.suites, fields, false); });
  asker.loop().all(std::move(tasks));
  modern.groups_complete = modern.groups_complete && fields_done;
  find_order(asker, modern);
}

}  // namespace veedor::tls
