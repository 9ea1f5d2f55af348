// The names of rule.h's enumerators; they are part of scan.json and never change.
#include <array>

#include "rules/rule.h"

namespace veedor::rules {
namespace {

constexpr std::array<std::string_view, 5> kAreas = {"tls", "headers", "components", "accessibility",
                                                    "function"};
constexpr std::array<std::string_view, 5> kSeverities = {"critical", "serious", "moderate", "minor", "info"};
constexpr std::array<std::string_view, 3> kConfidences = {"high", "medium", "low"};
constexpr std::array<std::string_view, 3> kOutcomes = {"passed", "failed", "cant_tell"};

}  // namespace

std::string_view name(Area area) { return kAreas[static_cast<std::size_t>(area)]; }
std::string_view name(Severity severity) { return kSeverities[static_cast<std::size_t>(severity)]; }
std::string_view name(Confidence confidence) { return kConfidences[static_cast<std::size_t>(confidence)]; }
std::string_view name(Outcome outcome) { return kOutcomes[static_cast<std::size_t>(outcome)]; }

}  // namespace veedor::rules
