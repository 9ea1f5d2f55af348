#include "scanner/tls/enumerate/survey.h"

#include <algorithm>
#include <array>
#include <functional>

#include "scanner/tls/enumerate/legacy.h"
#include "scanner/tls/enumerate/parameters.h"
#include "scanner/tls/enumerate/tls1_3.h"
#include "scanner/tls/enumerate/unusual.h"

namespace veedor::tls {
namespace {

using facts::Support;
using facts::TlsVersion;

constexpr std::array kLegacy = {TlsVersion::ssl3, TlsVersion::tls1_0, TlsVersion::tls1_1, TlsVersion::tls1_2};

// What the steps share while they run side by side.
struct Course {
  Asker& asker;
  Survey& survey;
  Sightings sightings;
  std::array<Legacy, kLegacy.size()> legacy;
  Modern modern;
};

void ask_ssl2(Course& course) {
  const Asker::Ssl2Answer answer = course.asker.ask_ssl2();
  Support& support = course.survey.versions[TlsVersion::ssl2];
  if (answer.ending == Ending::answered) {
    support = Support::offered;
    facts::TlsOffer& offer = course.survey.offers[TlsVersion::ssl2];
    offer.suites = answer.hello.kinds;
    offer.preference = facts::Preference::client;  // the client chooses from what both have
    offer.complete = true;
    return;
  }
  support = Support::inconclusive;
}

// Silence to the hello of SSL 2.0 alone is a refusal; a service that never spoke leaves nothing to conclude.
void conclude_ssl2(Course& course) {
  Support& support = course.survey.versions[TlsVersion::ssl2];
  if (support == Support::offered) return;
  const bool speaks = course.asker.answered() && !course.asker.given_up();
  support = speaks ? Support::refused : Support::inconclusive;
}

void ask_legacy(Course& course, Legacy& legacy, bool all) {
  find_version(course.asker, legacy, course.sightings);
  course.survey.versions[legacy.version] = legacy.support;
  if (legacy.support != Support::offered || !all) return;
  std::vector<std::function<void()>> tasks;
  tasks.emplace_back([&] { find_suites(course.asker, legacy, course.sightings); });
  if (legacy.version == TlsVersion::tls1_2)
    tasks.emplace_back(
        [&] { find_parameters(course.asker, legacy.version, course.survey.exchange, course.sightings); });
  course.asker.loop().all(std::move(tasks));
  find_order(course.asker, legacy, course.sightings);
}

void ask_modern(Course& course, bool all) {
  find_modern_version(course.asker, course.modern, course.sightings);
  course.survey.versions[TlsVersion::tls1_3] = course.modern.support;
  if (all) find_modern(course.asker, course.modern, course.sightings);
}

void ask_versions(Course& course, bool all) {
  for (std::size_t i = 0; i < kLegacy.size(); ++i) course.legacy[i].version = kLegacy[i];
  std::vector<std::function<void()>> tasks;
  tasks.emplace_back([&] { ask_modern(course, all); });
  for (std::size_t i = kLegacy.size(); i-- > 0;)
    tasks.emplace_back([&, i] { ask_legacy(course, course.legacy[i], all); });
  tasks.emplace_back([&] { ask_ssl2(course); });
  course.asker.loop().all(std::move(tasks));
  conclude_ssl2(course);
}

void keep(Course& course) {
  Survey& survey = course.survey;
  for (Legacy& legacy : course.legacy) {
    if (legacy.support == Support::offered) survey.offers[legacy.version] = std::move(legacy.offer);
    if (legacy.long_hello_refused) survey.features.tolerance.long_hello = Support::refused;
  }
  if (course.modern.support == Support::offered)
    survey.offers[TlsVersion::tls1_3] = std::move(course.modern.offer);
  survey.exchange.groups_1_3 = std::move(course.modern.groups);
  survey.exchange.groups_1_3_complete = course.modern.groups_complete;
  survey.features.tolerance.grease = course.modern.grease;
  course.sightings.describe(survey.features);
  course.sightings.describe(survey.exchange);
  survey.chains = course.sightings.chains();
  survey.staple = course.sightings.staple();
}

// Versions below TLS 1.2 have curves, too, where they are all there is.
void ask_old_parameters(Course& course) {
  if (course.survey.versions[TlsVersion::tls1_2] == Support::offered) return;
  for (TlsVersion version : {TlsVersion::tls1_1, TlsVersion::tls1_0}) {
    if (course.survey.versions[version] != Support::offered) continue;
    find_parameters(course.asker, version, course.survey.exchange, course.sightings);
    return;
  }
}

}  // namespace

void take_versions(Asker& asker, Survey& survey) {
  Course course{asker, survey, {}, {}, {}};
  ask_versions(course, false);
  keep(course);
}

void take(Asker& asker, Survey& survey) {
  Course course{asker, survey, {}, {}, {}};
  ask_versions(course, true);
  ask_old_parameters(course);
  keep(course);
  ask_unusual(asker, survey);
}

}  // namespace veedor::tls
