#include "rules/support/link_words.h"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

#include "data/link_phrases_tsv.h"
#include "data/vague_words_tsv.h"
#include "rules/support/link_target.h"
#include "rules/support/plain_words.h"
#include "rules/support/table.h"
#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

constexpr int kMaxLevels = 64;
constexpr std::size_t kMaxName = 120;  // bytes: no vague text is longer

using Texts = std::unordered_map<std::string_view, Vagueness>;

Vagueness vagueness_of(std::string_view kind) {
  if (kind == "always") return Vagueness::always;
  if (kind == "outside") return Vagueness::outside_menus;
  return kind == "noun" ? Vagueness::noun : Vagueness::format;
}

const Texts& texts() {
  static const Texts known = [] {
    Texts read;
    for (const auto& row : read_table(data::vague_words_tsv, 2)) read.emplace(row[1], vagueness_of(row[0]));
    return read;
  }();
  return known;
}

const std::vector<std::string_view>& phrases(LinkPhrase subject) {
  static const auto known = [] {
    const std::map<std::string_view, LinkPhrase> subjects = {{"new-window", LinkPhrase::new_window},
                                                             {"transcript", LinkPhrase::transcript},
                                                             {"skip", LinkPhrase::skip},
                                                             {"top", LinkPhrase::top},
                                                             {"says-link", LinkPhrase::says_link}};
    std::map<LinkPhrase, std::vector<std::string_view>> read;
    for (const auto& row : read_table(data::link_phrases_tsv, 2)) {
      const auto found = subjects.find(row[0]);
      if (found != subjects.end()) read[found->second].push_back(row[1]);
    }
    return read;
  }();
  return known.at(subject);
}

// "(PDF, 2 MB)", "(opens in a new tab)": what is in brackets tells of the file, not of its subject. Other
// words there tell something: "View (May)".
bool tells_of_file(std::string_view bracket) {
  const std::string words = plain_words(bracket);
  if (words.find_first_of("0123456789") != std::string::npos || has_phrase(words, LinkPhrase::new_window))
    return true;
  const auto found = texts().find(words);
  return found != texts().end() && found->second == Vagueness::format;
}

// The words without such a bracket, where there is one.
std::optional<std::string> words_without_bracket(std::string_view text) {
  const std::size_t open = std::min(text.find('('), text.find('['));
  if (open == std::string_view::npos || open == 0 || text[open - 1] != ' ') return std::nullopt;
  const std::size_t close = text.find_first_of(")]", open);
  if (close == std::string_view::npos || !tells_of_file(text.substr(open, close - open))) return std::nullopt;
  return plain_words(std::string(text.substr(0, open)).append(text.substr(close + 1)));
}

// "open()", "_open", "see<T>": an identifier of a program is a name, whatever its letters say.
bool is_code(std::string_view name) {
  for (char c : name) {
    if (c == '_' || c == '<' || c == '>' || c == '=' || c == '$') return true;
  }
  return name.find("()") != std::string_view::npos || name.starts_with("--");
}

// It is a menu, or its names say so.
bool is_menu(html::Element element) {
  const std::string_view tag = element.tag();
  if (tag == "nav" || tag == "header" || tag == "footer" || tag == "menu") return true;
  const std::string_view role = element.attribute_or("role", "");
  if (role == "navigation" || role == "banner" || role == "contentinfo" || role == "menu" ||
      role == "menubar" || role == "tablist" || role == "toolbar")
    return true;
  const auto id = element.attribute("id");
  const std::string_view place = (id ? *id : element.attribute_or("class", "")).substr(0, 200);
  return ascii_icontains(place, "nav") || ascii_icontains(place, "menu");
}

// Of one element, within a bounded number of levels.
bool is_in_menu(html::Element element) {
  int depth = 0;
  for (html::Element up = element.parent(); up && depth < kMaxLevels; up = up.parent(), ++depth) {
    if (is_menu(up)) return true;
  }
  return false;
}

// A format is what the link is about only where it leads to such a file, not to a page on the subject.
bool leads_to_format(html::Element link) {
  const std::string_view address = link.attribute_or("href", "");
  if (address.find('#') != std::string_view::npos) return false;
  const std::string_view file = file_name(address);
  const std::size_t dot = file.find('.');
  if (dot == std::string_view::npos || dot == 0) return false;
  const std::string stem = plain_words(file.substr(0, dot));
  const auto found = texts().find(stem);
  return stem != "index" && (found == texts().end() || found->second != Vagueness::format);
}

}  // namespace

Vagueness vagueness(std::string_view name) {
  return name.size() > kMaxName ? Vagueness::none : vagueness(name, plain_words(name));
}

Vagueness vagueness(std::string_view name, std::string_view words) {
  if (name.size() > kMaxName) return Vagueness::none;
  const std::optional<std::string> without = words_without_bracket(name);
  const auto found = texts().find(without ? std::string_view(*without) : words);
  return found == texts().end() || is_code(name) ? Vagueness::none : found->second;
}

bool has_phrase(std::string_view words, LinkPhrase subject) {
  for (std::string_view phrase : phrases(subject)) {
    if (has_words(words, phrase)) return true;
  }
  return false;
}

bool starts_with_phrase(std::string_view words, LinkPhrase subject) {
  for (std::string_view phrase : phrases(subject)) {
    if (starts_with_words(words, phrase)) return true;
  }
  return false;
}

bool MenuSearch::is_in_menu(html::Element element) {
  path_.clear();
  Answer answer = Answer::no;
  for (html::Element at = element; at; at = at.parent()) {
    answer = answers_[at.index()];
    if (answer != Answer::unknown) break;
    path_.push_back(at);
  }
  if (answer == Answer::unknown) answer = Answer::no;  // of the root
  // From above: what stands in a menu or in something that is one.
  for (auto inner = path_.rbegin(); inner != path_.rend(); ++inner) {
    const html::Element around = inner->parent();
    if (answer == Answer::no && around && is_menu(around)) answer = Answer::yes;
    answers_[inner->index()] = answer;
  }
  return answer == Answer::yes;
}

bool is_vague_link(html::Element link, Vagueness kind) {
  if (kind == Vagueness::none) return false;
  if (html::Element only = link.first_child(); only && only.is("code")) return false;
  // What it opens belongs to the page and is told by these.
  if (link.has("aria-expanded") || link.has("aria-haspopup")) return false;
  if (kind == Vagueness::always) return true;
  if (kind == Vagueness::format) return leads_to_format(link);
  if (kind == Vagueness::noun && !link.ancestor("p")) return false;
  return !is_in_menu(link);
}

}  // namespace veedor::rules
