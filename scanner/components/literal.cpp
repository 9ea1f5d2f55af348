#include "scanner/components/literal.h"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <tuple>

#include <re2/re2.h>

#include "data/literals_tsv.h"
#include "scanner/base/text.h"
#include "scanner/components/version.h"

namespace veedor::components {
namespace {

constexpr std::size_t kWindow = 500;  // around an anchor, either side
constexpr int kMaxOccurrences = 40;   // of one anchor in one script
constexpr std::size_t kMaxExcerpt = 120;
constexpr int kMaxGroups = 4;

// A row of data/literals.tsv. `anchor` and `requires_text` must be in the code before the expression is
// tried.
struct Pattern {
  std::string_view library;
  std::string_view anchor;
  std::string_view requires_text;
  std::unique_ptr<RE2> expression;
};

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

// The shorthand of the data file.
std::string expanded(std::string_view source) {
  std::string text(source);
  replace_all(text, "{X}", "(?:{Q}{V}{Q}|([A-Za-z_$][\\w$]*))");
  replace_all(text, "{V}", "([0-9]{1,3}\\.[0-9][\\w.\\-]{0,30})");
  replace_all(text, "{Q}", "[\"'`]");
  replace_all(text, "{N}", "[\\w$.]+");
  replace_all(text, "{S}", "[,; ]?");
  return text;
}

std::vector<Pattern> read() {
  RE2::Options options;
  options.set_encoding(RE2::Options::EncodingLatin1);  // the text is foreign; its bytes need not be UTF-8
  options.set_log_errors(false);
  std::vector<Pattern> patterns;
  for (std::string_view line : split(data::literals_tsv, '\n')) {
    if (line.empty() || line.starts_with('#')) continue;
    const auto cells = split(line, '\t');
    if (cells.size() != 4) continue;
    auto expression = std::make_unique<RE2>(expanded(cells[3]), options);
    if (expression->ok() && expression->NumberOfCapturingGroups() <= kMaxGroups)
      patterns.push_back({cells[0], cells[1], cells[2], std::move(expression)});
  }
  return patterns;
}

const std::vector<Pattern>& patterns() {
  static const std::vector<Pattern> table = read();
  return table;
}

std::size_t position_of(std::string_view text, std::string_view part, std::size_t from) {
  if (from >= text.size()) return std::string_view::npos;
  const auto begin = text.begin() + static_cast<std::ptrdiff_t>(from);
  const auto found =
      std::search(begin, text.end(), std::boyer_moore_horspool_searcher(part.begin(), part.end()));
  return found == text.end() ? std::string_view::npos : static_cast<std::size_t>(found - text.begin());
}

// The versions that names are assigned (t="3.7.1"). Each name is looked for once, and only a few names are.
class Assignments {
 public:
  explicit Assignments(std::string_view code) : code_(code) {}

  // The one nearest before `position`, or else the first one after it; minifiers use a name many times.
  std::string version_of(const std::string& name, std::size_t position) {
    auto known = places_.find(name);
    if (known == places_.end()) {
      if (places_.size() == kMaxNames) return {};
      known = places_.emplace(name, search(name)).first;
    }
    const auto& places = known->second;
    if (places.empty()) return {};
    const auto after = places.upper_bound(position);
    return after == places.begin() ? after->second : std::prev(after)->second;
  }

 private:
  std::map<std::size_t, std::string> search(const std::string& name) const {
    std::map<std::size_t, std::string> places;
    for (const char quote : {'"', '\'', '`'}) {
      const std::string needle = name + "=" + quote;
      for (std::size_t at = position_of(code_, needle, 0); at != std::string_view::npos;
           at = position_of(code_, needle, at + 1)) {
        if (at > 0 && (is_ascii_alnum(code_[at - 1]) ||
                       std::string_view("_$.").find(code_[at - 1]) != std::string_view::npos))
          continue;
        const std::string_view value = code_.substr(at + needle.size(), kMaxValue);
        const std::string_view text = value.substr(0, value.find(quote));
        if (is_version(text)) places.emplace(at, text);
      }
    }
    return places;
  }

  static constexpr std::size_t kMaxNames = 24;
  static constexpr std::size_t kMaxValue = 48;
  std::string_view code_;
  std::map<std::string, std::map<std::size_t, std::string>> places_;
};

// React's releases carry the build that they were made from: "18.2.0-next-9e3b772b8-20220608".
void drop_build(std::string& version) {
  const std::size_t build = version.find("-next-");
  if (build != std::string::npos) version.erase(build);
}

std::optional<Literal> match_at(const ScriptZones& zones, const Pattern& pattern, std::size_t anchor,
                                Assignments& assignments) {
  const std::string_view code = zones.code;
  const std::size_t from = anchor > kWindow ? anchor - kWindow : 0;
  const std::string_view window = code.substr(from, anchor - from + pattern.anchor.size() + kWindow);
  std::array<re2::StringPiece, kMaxGroups + 1> groups;
  const int count = pattern.expression->NumberOfCapturingGroups() + 1;
  const re2::StringPiece text(window.data(), window.size());
  if (!pattern.expression->Match(text, 0, text.size(), RE2::UNANCHORED, groups.data(), count))
    return std::nullopt;
  const auto start = from + static_cast<std::size_t>(groups[0].data() - window.data());
  if (zones.in_string[start]) return std::nullopt;

  std::string version;
  for (int i = 1; i < count; ++i) {
    const re2::StringPiece& group = groups[static_cast<std::size_t>(i)];
    if (!group.empty()) version += (version.empty() ? "" : ".") + std::string(group);
  }
  if (!version.empty() && !is_ascii_digit(version.front())) version = assignments.version_of(version, start);
  drop_build(version);
  if (!is_version(version)) return std::nullopt;
  return Literal{pattern.library, std::move(version),
                 shorten(printable(std::string(groups[0])), kMaxExcerpt)};
}

auto key(const Literal& literal) { return std::tie(literal.library, literal.version); }

}  // namespace

std::vector<Literal> read_literals(const ScriptZones& zones) {
  std::vector<Literal> found;
  const std::string_view code = zones.code;
  Assignments assignments(code);
  for (const Pattern& pattern : patterns()) {
    std::size_t at = position_of(code, pattern.anchor, 0);
    if (at == std::string_view::npos) continue;
    if (!pattern.requires_text.empty() &&
        position_of(code, pattern.requires_text, 0) == std::string_view::npos)
      continue;
    for (int i = 0; i < kMaxOccurrences && at != std::string_view::npos; ++i) {
      if (auto literal = match_at(zones, pattern, at, assignments)) found.push_back(*std::move(literal));
      at = position_of(code, pattern.anchor, at + pattern.anchor.size());
    }
  }
  std::ranges::stable_sort(found, [](const Literal& a, const Literal& b) { return key(a) < key(b); });
  const auto repeated = std::unique(found.begin(), found.end(),
                                    [](const Literal& a, const Literal& b) { return key(a) == key(b); });
  found.erase(repeated, found.end());
  return found;
}

}  // namespace veedor::components
