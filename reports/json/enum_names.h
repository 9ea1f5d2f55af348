// The spelling in scan.json of the report's own enumerations; it never changes.
#pragma once

#include <string_view>

#include "reports/report.h"

namespace veedor::reports {

constexpr std::string_view name(CapReason reason) {
  switch (reason) {
    case CapReason::open_critical:
      return "open_critical";
    case CapReason::open_serious:
      return "open_serious";
    case CapReason::none:
      break;
  }
  return "none";
}

constexpr std::string_view name(Withheld withheld) {
  switch (withheld) {
    case Withheld::too_few_pages_read:
      return "too_few_pages_read";
    case Withheld::nothing_decided:
      return "nothing_decided";
    case Withheld::none:
      break;
  }
  return "none";
}

constexpr std::string_view name(Language language) { return language == Language::es ? "es" : "en"; }

}  // namespace veedor::reports
