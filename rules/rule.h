// What a rule is: compile-time metadata and one pure function from facts to verdicts.
//
//   Verdicts check(const facts::Page& page) {
//     if (!page.https()) return {};            // RFC 6797 §7.2: ignored over plain HTTP
//     if (!page.header("strict-transport-security")) return {{Outcome::failed, "missing"}};
//     return {{Outcome::passed}};
//   }
//   extern constexpr Rule hsts_missing = define({
//       .id = "headers/hsts-missing", .severity = Severity::serious, .confidence = Confidence::high,
//       .references = {.cwe = {"CWE-319"}, .rfc = {"RFC 6797 §7.2"}}, .check = check});
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "rules/support/wcag_criteria.h"
#include "scanner/base/message.h"
#include "scanner/facts/host.h"
#include "scanner/facts/page.h"
#include "scanner/facts/site.h"

namespace veedor::rules {

enum class Area : std::uint8_t { tls, headers, components, accessibility, function };
enum class Severity : std::uint8_t { critical, serious, moderate, minor, info };
enum class Confidence : std::uint8_t { high, medium, low };
enum class Outcome : std::uint8_t { passed, failed, cant_tell };
// A requirement of the standards named, or advice that goes beyond them.
enum class Practice : std::uint8_t { requirement, best_practice };

// What a rule says about one thing that it looked at. An empty list of verdicts means: does not apply.
struct Verdict {
  Outcome outcome = Outcome::passed;
  std::string_view message =
      {};                      // a key under "## Messages" of the rule's texts; a literal. A pass needs none
  html::Element element = {};  // where on the page; null: the page, host or site as a whole
  Values values = {};          // for the message's placeholders
  std::string cause =
      {};                // what groups occurrences into a finding; empty: the message and the kind of element
  std::string url = {};  // site and host rules: where it was seen
};
using Verdicts = std::vector<Verdict>;

using PageCheck = Verdicts (*)(const facts::Page&);
using HostCheck = Verdicts (*)(const facts::Host&);
using SiteCheck = Verdicts (*)(const facts::SiteSummary&);
using Check = std::variant<std::monostate, PageCheck, HostCheck, SiteCheck>;

// A short list of literals that lives in constant memory.
class List {
 public:
  constexpr List() = default;
  constexpr List(std::initializer_list<std::string_view> items) {
    for (std::string_view item : items) items_[size_++] = item;  // one too many does not compile
  }
  constexpr const std::string_view* begin() const { return items_.data(); }
  constexpr const std::string_view* end() const { return items_.data() + size_; }
  constexpr bool empty() const { return size_ == 0; }
  constexpr void add(std::string_view item) { items_[size_++] = item; }

 private:
  std::array<std::string_view, 6> items_{};
  std::size_t size_ = 0;
};

struct References {
  List wcag = {};      // "1.1.1"
  List act = {};       // "23a2a8"
  List cwe = {};       // "CWE-319"
  List owasp = {};     // "A05:2021"
  List asvs = {};      // "3.4.1" of ASVS 5.0
  List rfc = {};       // "RFC 6797 §7.2"
  List en301549 = {};  // filled from wcag by define(): clause 9.x
};

struct Definition {
  std::string_view id;  // "headers/hsts-missing"
  std::optional<Severity> severity = {};
  std::optional<Confidence> confidence = {};
  References references = {};
  Practice practice = Practice::requirement;
  Check check = {};
};

struct Rule {
  std::string_view id;
  Area area;
  Severity severity;
  Confidence confidence;
  References references;
  Practice practice;
  Check check;

  constexpr std::string_view name() const { return id.substr(id.find('/') + 1); }  // "hsts-missing"
  constexpr bool is_page_rule() const { return std::holds_alternative<PageCheck>(check); }
  constexpr bool is_host_rule() const { return std::holds_alternative<HostCheck>(check); }
  constexpr bool is_site_rule() const { return std::holds_alternative<SiteCheck>(check); }
};

// The area that an id's folder belongs to: wcag/ is accessibility, exposure/ counts with headers.
consteval Area area_of(std::string_view id) {
  const std::string_view folder = id.substr(0, id.find('/'));
  if (folder == "tls") return Area::tls;
  if (folder == "headers" || folder == "exposure") return Area::headers;
  if (folder == "components") return Area::components;
  if (folder == "wcag") return Area::accessibility;
  if (folder == "function") return Area::function;
  throw "the id's folder is not one of tls, headers, exposure, components, wcag, function";
}

// Turns a definition into a rule; what is missing or misspelt does not compile.
consteval Rule define(Definition d) {
  const std::size_t slash = d.id.find('/');
  if (slash == std::string_view::npos || slash + 1 == d.id.size()) throw "an id is group/kebab-case";
  for (char c : d.id) {
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '/'))
      throw "an id is group/kebab-case";
  }
  if (!d.severity) throw "severity is missing";
  if (!d.confidence) throw "confidence is missing";
  if (std::holds_alternative<std::monostate>(d.check)) throw "check is missing";
  for (std::string_view criterion : d.references.wcag) {
    if (!is_wcag_criterion(criterion)) throw "no such WCAG 2.2 success criterion";
    const std::string_view clause = wcag_criterion(criterion)->en301549;
    if (!clause.empty()) d.references.en301549.add(clause);
  }
  const Area area = area_of(d.id);
  if (area == Area::accessibility && d.practice == Practice::requirement && d.references.wcag.empty() &&
      d.references.act.empty())
    throw "an accessibility requirement names its WCAG criterion or ACT rule";
  return Rule{d.id, area, *d.severity, *d.confidence, d.references, d.practice, d.check};
}

std::string_view name(Area area);  // "accessibility"
std::string_view name(Severity severity);
std::string_view name(Confidence confidence);
std::string_view name(Outcome outcome);

}  // namespace veedor::rules
