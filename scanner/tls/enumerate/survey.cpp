#include "scanner/tls/enumerate/survey.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>

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

void ask_legacy(Course& course, Legacy& legacy) {
  find_version(course.asker, legacy, course.sightings);
  course.survey.versions[legacy.version] = legacy.support;
}

void ask_modern(Course& course) {
  find_modern_version(course.asker, course.modern, course.sightings);
  course.survey.versions[TlsVersion::tls1_3] = course.modern.support;
}

void ask_versions(Course& course) {
  for (std::size_t i = 0; i < kLegacy.size(); ++i) course.legacy[i].version = kLegacy[i];
  std::vector<std::function<void()>> tasks;
  tasks.emplace_back([&] { ask_modern(course); });
  for (std::size_t i = kLegacy.size(); i-- > 0;)
    tasks.emplace_back([&, i] { ask_legacy(course, course.legacy[i]); });
  tasks.emplace_back([&] { ask_ssl2(course); });
  course.asker.loop().all(std::move(tasks));
  conclude_ssl2(course);
}

// Groups and schemes are asked for in the best version up to TLS 1.2 that has them.
std::optional<TlsVersion> version_for_parameters(const Course& course) {
  for (TlsVersion version : {TlsVersion::tls1_2, TlsVersion::tls1_1, TlsVersion::tls1_0}) {
    if (course.survey.versions.at(version) == Support::offered) return version;
  }
  return std::nullopt;
}

void ask_suites(Course& course, Legacy& legacy) {
  find_suites(course.asker, legacy, course.sightings);
  find_order(course.asker, legacy, course.sightings);
}

// What the versions offer, and how they take the unusual: all of it side by side.
void ask_everything(Course& course) {
  std::vector<std::function<void()>> tasks;
  if (course.modern.support == Support::offered)
    tasks.emplace_back([&] { find_modern(course.asker, course.modern, course.sightings); });
  if (const std::optional<TlsVersion> version = version_for_parameters(course)) {
    tasks.emplace_back([&course, version] {
      find_parameters(course.asker, *version, course.survey.exchange, course.sightings);
    });
  }
  for (std::size_t i = kLegacy.size(); i-- > 0;) {
    if (course.legacy[i].support == Support::offered)
      tasks.emplace_back([&, i] { ask_suites(course, course.legacy[i]); });
  }
  tasks.emplace_back([&] { ask_unusual(course.asker, course.survey); });
  course.asker.loop().all(std::move(tasks));
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

}  // namespace

void take_versions(Asker& asker, Survey& survey) {
  Course course{asker, survey, {}, {}, {}};
  ask_versions(course);
  keep(course);
}

void take(Asker& asker, Survey& survey) {
  Course course{asker, survey, {}, {}, {}};
  ask_versions(course);
  ask_everything(course);
  keep(course);
}

}  // namespace veedor::tls
