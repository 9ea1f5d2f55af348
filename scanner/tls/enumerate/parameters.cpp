#include "scanner/tls/enumerate/parameters.h"

#include <algorithm>

#include "scanner/facts/tls/suite.h"
#include "scanner/tls/wire/protocol.h"

namespace veedor::tls {
namespace {

using facts::Support;
using facts::TlsVersion;
using Codes = std::vector<std::uint16_t>;

constexpr int kMaxRounds = 80;  // more than there are groups

Codes curve_suites(TlsVersion version) {
  Codes codes = suites_for(version);
  std::erase_if(codes, [](std::uint16_t code) {
    const facts::Suite* suite = facts::find_suite(code);
    return suite->exchange != facts::KeyExchange::ecdhe;
  });
  return codes;
}

bool remove(Codes& codes, std::uint16_t code) { return std::erase(codes, code) > 0; }

// One list of what is still to be asked for. Once it is empty or refused, all of it is offered again, for the
// other's sake.
struct Strike {
  Codes all;
  Codes rest;
  bool done = false;
  const Codes& offered() const { return done || rest.empty() ? all : rest; }
  bool struck() const { return !done && rest.size() < all.size(); }
};

}  // namespace

void find_parameters(Asker& asker, TlsVersion version, facts::KeyExchangeFacts& exchange,
                     Sightings& sightings) {
  ClientHello hello = asker.hello(version);
  hello.suites = curve_suites(version);
  Strike groups{hello.groups, hello.groups};
  Strike schemes{hello.signature_schemes, hello.signature_schemes};
  schemes.done = version != TlsVersion::tls1_2;  // RFC 5246 §7.4.1.4.1: the extension is new in it
  for (int round = 0; round < kMaxRounds && !(groups.done && schemes.done); ++round) {
    hello.groups = groups.offered();
    hello.signature_schemes = schemes.offered();
    Answer answer = asker.ask(hello);
    const bool went_on = judge(answer, version) == Support::offered && answer.flight.key_exchange &&
                         answer.flight.key_exchange->group;
    if (!went_on) {
      if (judge(answer, version) == Support::inconclusive && answer.ending != Ending::reset &&
          answer.ending != Ending::alert)
        return;
      // One of the two lists is at its end: the groups first, since a refusal of both says nothing of either.
      if (groups.struck() && schemes.struck()) {
        hello.groups = groups.all;
        answer = asker.ask(hello);
        const bool by_groups = judge(answer, version) == Support::offered;
        (by_groups ? groups : schemes).done = true;
        if (by_groups) exchange.groups_complete = true;
        continue;
      }
      if (!groups.done) exchange.groups_complete = groups.struck();
      groups.done = schemes.done = true;
      continue;
    }
    sightings.add(hello, answer.flight);
    const std::uint16_t group = *answer.flight.key_exchange->group;
    if (!groups.done) {
      if (std::ranges::find(exchange.groups, group) == exchange.groups.end())
        exchange.groups.push_back(group);
      // A server that takes a group which was not offered has no other.
      groups.done = !remove(groups.rest, group) || groups.rest.empty();
      exchange.groups_complete = groups.done;
    }
    const std::optional<std::uint16_t> scheme = answer.flight.key_exchange->scheme;
    if (!schemes.done) schemes.done = !scheme || !remove(schemes.rest, *scheme) || schemes.rest.empty();
  }
}

}  // namespace veedor::tls
