// Parts of a host read back from scan.json. What a file of an earlier veedor lacks keeps its default value.
#pragma once

#include "reports/json/json_node.h"
#include "scanner/facts/host.h"

namespace veedor::reports {

facts::Outcome read_outcome(const Node& node);
facts::Tls read_tls(const Node& node);
facts::Certificate read_certificate(const Node& node);
facts::TlsGrade read_grade(const Node& node);
facts::Dns read_dns(const Node& node);

template <class Enum>
Enum read_named(const Node& node, Enum last) {
  return node.one_of(last, [](Enum value) { return facts::name(value); });
}

}  // namespace veedor::reports
