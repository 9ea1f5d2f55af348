// Which versions of a component have published vulnerabilities: data/vulnerabilities.tsv.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/base/time.h"

namespace veedor::rules {

// A range of versions: at_or_above ≤ v < below, above < v, v ≤ up_to; an empty bound does not bind.
struct Vulnerability {
  std::string_view at_or_above;
  std::string_view above;
  std::string_view below;
  std::string_view up_to;
  std::string_view excludes;        // one version that is not affected
  bool ported_to_branches = false;  // older branches got the correction in releases of their own
  std::string_view severity;        // "critical", "high", "medium", "low"; "" where unknown
  std::string_view id;              // "CVE-2020-11022", or what the source calls it
};

bool affects(const Vulnerability& vulnerability, std::string_view version);

// All that are known of a component; empty where there are no data about it. Valid for ever.
std::span<const Vulnerability> vulnerabilities_of(std::string_view component);

struct Assessment {
  std::vector<std::string_view> ids;       // that affect the version; each once, the gravest first
  std::vector<std::string_view> possible;  // that do unless the branch got a correction of its own
  std::string fixed_version;  // the lowest known version that none of `ids` and `possible` affects; "" if
                              // there is none
};
Assessment assess(std::string_view component, std::string_view version, Time now);

// "CVE-2020-11022, CVE-2020-11023, …": at most `limit` of them.
std::string listed(std::span<const std::string_view> ids, std::size_t limit);

}  // namespace veedor::rules
