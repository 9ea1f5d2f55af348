// Runs rules on one subject (a page, a host, the site) and keeps what was found, free of any view into the
// subject.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "rules/rule.h"

namespace veedor::rules {

// What one rule came to on one subject: the worst of its verdicts. `not_tested` is for subjects that could
// not be read.
enum class Decision : std::uint8_t { not_tested, inapplicable, passed, cant_tell, failed };

struct Occurrence {
  std::string url;       // display form
  std::string selector;  // "" for the whole page, host or site
  unsigned line = 0;     // from 1; 0 where there is none
  unsigned column = 0;
  std::string snippet;  // inert text, at most 200 bytes
  std::string message;  // a message key
  Values values;
  bool operator==(const Occurrence&) const = default;
};

// Failed or undecided verdicts of one rule on one subject with one cause.
struct Group {
  std::uint16_t rule = 0;  // index in all_rules()
  Outcome outcome = Outcome::failed;
  std::string cause;                    // the rule's own, or message and kind of element, digits collapsed
  int count = 0;                        // exact
  std::vector<Occurrence> occurrences;  // the first kMaxStored in document order
};

struct Judgement {
  std::string url;  // of the subject: a page's final URL in display form, a host's name, a site's origin
  std::vector<Decision> decisions;  // by rule index; `not_tested` for rules of another kind of subject
  std::vector<Group> groups;
};

inline constexpr int kMaxStored = 100;  // occurrences kept of one group on one page; counts stay exact

Judgement judge(const facts::Page& page);
Judgement judge(const facts::Host& host);
Judgement judge(const facts::SiteSummary& site);

}  // namespace veedor::rules
