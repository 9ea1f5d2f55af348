// Judges the contrast of every text of a page, for the rules that ask for it at one level, in one
// environment.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "rules/rule.h"
#include "rules/support/contrast_exemptions.h"
#include "rules/support/contrast_reading.h"
#include "rules/support/seen_texts.h"

namespace veedor::rules {

class ContrastCheck {
 public:
  // In the default environment.
  ContrastCheck(const facts::Page& page, ContrastLevel level);
  // In another one; `backdrops` are those of its styles.
  ContrastCheck(const facts::Page& page, const css::Styles& styles, Backdrops& backdrops,
                ContrastLevel level);

  // What is known of that text; kept for all that share style and surface.
  const Contrast& contrast_of(const SeenText& text);
  // Should anybody be told? Not of what is exempt or says nothing.
  bool counts(const SeenText& text);
  // With the key, the values and the cause that fit.
  Verdict verdict(const SeenText& text, const Contrast& contrast);
  // The same with another key.
  Verdict failure(const SeenText& text, const Contrast& contrast, std::string_view key);

  Backdrops& backdrops() { return backdrops_; }
  const css::Styles& styles() const { return styles_; }

 private:
  const css::Styles& styles_;
  const ContrastLevel level_;
  Backdrops& backdrops_;
  ContrastExemptions exemptions_;
  // Told in words once for all texts that share style and surface.
  struct Description {
    Values values;  // without the text itself
    std::string declared;
  };
  Description describe(const SeenText& text, const Contrast& contrast) const;

  bool writes_icons(const css::Style& style);

  std::unordered_map<Look, Contrast, LookHash> known_;
  std::unordered_map<std::string_view, bool> writes_icons_;  // by font-family
  std::unordered_map<Look, Description, LookHash> described_;
};

// Verdicts on all texts of the page in its default environment.
Verdicts check_contrast(const facts::Page& page, ContrastLevel level);

// Are there sheets that nobody could read, so that other colours may be in force?
bool lacks_styles(const css::Styles& styles);

}  // namespace veedor::rules
