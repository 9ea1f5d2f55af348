#include "rules/support/tag_balance.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <list>

#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

constexpr std::size_t kMaxFaults = 100;
constexpr std::size_t kMaxName = 40;
constexpr std::size_t kMaxDepth = 256;  // how far up a start tag is looked for

enum class Kind : std::uint8_t { plain, empty, optional_end, raw_text, foreign };
struct Known {
  std::string_view tag;
  Kind kind;
};

// HTML Standard §13.1.2 and §13.1.2.4; sorted.
constexpr auto kKnown = std::to_array<Known>({
    {"area", Kind::empty},
    {"base", Kind::empty},
    {"basefont", Kind::empty},
    {"bgsound", Kind::empty},
    {"body", Kind::optional_end},
    {"br", Kind::empty},
    {"caption", Kind::optional_end},
    {"col", Kind::empty},
    {"colgroup", Kind::optional_end},
    {"command", Kind::empty},
    {"dd", Kind::optional_end},
    {"dt", Kind::optional_end},
    {"embed", Kind::empty},
    {"frame", Kind::empty},
    {"head", Kind::optional_end},
    {"hr", Kind::empty},
    {"html", Kind::optional_end},
    {"iframe", Kind::raw_text},
    {"image", Kind::empty},
    {"img", Kind::empty},
    {"input", Kind::empty},
    {"keygen", Kind::empty},
    {"li", Kind::optional_end},
    {"link", Kind::empty},
    {"math", Kind::foreign},
    {"meta", Kind::empty},
    {"noembed", Kind::raw_text},
    {"noframes", Kind::raw_text},
    {"optgroup", Kind::optional_end},
    {"option", Kind::optional_end},
    {"p", Kind::optional_end},
    {"param", Kind::empty},
    {"plaintext", Kind::raw_text},
    {"rb", Kind::optional_end},
    {"rp", Kind::optional_end},
    {"rt", Kind::optional_end},
    {"rtc", Kind::optional_end},
    {"script", Kind::raw_text},
    {"source", Kind::empty},
    {"style", Kind::raw_text},
    {"svg", Kind::foreign},
    {"tbody", Kind::optional_end},
    {"td", Kind::optional_end},
    {"textarea", Kind::raw_text},
    {"tfoot", Kind::optional_end},
    {"th", Kind::optional_end},
    {"thead", Kind::optional_end},
    {"title", Kind::raw_text},
    {"tr", Kind::optional_end},
    {"track", Kind::empty},
    {"wbr", Kind::empty},
    {"xmp", Kind::raw_text},
});
static_assert(std::ranges::is_sorted(kKnown, {}, &Known::tag));

// The name as a number: of up to eight letters no two have the same, and comparing it costs next to nothing.
constexpr std::uint64_t number_of(std::string_view tag) {
  std::uint64_t number = 0;
  for (char c : tag) number = ((number << 8U) | (number >> 56U)) ^ static_cast<unsigned char>(c);
  return number;
}

constexpr std::size_t kPlaces = 256;
constexpr std::size_t place_of(std::uint64_t number) { return (number * 0x9E3779B97F4A7C15U) >> 56U; }

struct Place {
  std::uint64_t number = 0;
  Kind kind = Kind::plain;
};
constexpr std::array<Place, kPlaces> kPlacesOfKnown = [] {
  std::array<Place, kPlaces> places{};
  for (const Known& known : kKnown) {
    std::size_t at = place_of(number_of(known.tag));
    while (places[at].number != 0) at = (at + 1) % kPlaces;
    places[at] = {number_of(known.tag), known.kind};
  }
  return places;
}();

Kind kind_of(std::uint64_t number) {
  std::size_t at = place_of(number);
  while (kPlacesOfKnown[at].number != 0 && kPlacesOfKnown[at].number != number) at = (at + 1) % kPlaces;
  return kPlacesOfKnown[at].number == number ? kPlacesOfKnown[at].kind : Kind::plain;
}

class Scanner {
 public:
  explicit Scanner(std::string_view source) : source_(source) {}

  std::vector<TagFault> scan() {
    while (at_ < source_.size() && faults_.size() < kMaxFaults) {
      const std::size_t next = source_.find('<', at_);
      if (next == std::string_view::npos) break;
      at_ = next;
      read_markup();
    }
    if (faults_.size() < kMaxFaults) close_down_to(0);
    return with_lines();
  }

 private:
  struct Open {
    std::string_view tag;
    std::uint64_t number;
    Kind kind;
    std::size_t at;
  };
  struct Fault {
    std::size_t at;
    std::string_view tag;
    bool end_tag;
  };

  void read_markup() {
    const std::string_view rest = source_.substr(at_);
    if (rest.starts_with("<!--")) return skip_past("-->", 4);
    if (rest.starts_with("<![CDATA[") && foreign_ > 0) return skip_past("]]>", 9);
    const bool end_tag = rest.size() > 1 && rest[1] == '/';
    const std::size_t name = end_tag ? 2 : 1;
    if (rest.size() > name && is_ascii_alpha(rest[name])) return read_tag(end_tag);
    if (rest.size() > 1 && (rest[1] == '!' || rest[1] == '?' || end_tag)) return skip_past(">", 2);
    ++at_;
  }

  // Where the end is missing, the rest belongs to it.
  void skip_past(std::string_view end, std::size_t from) {
    const std::size_t found = source_.find(end, at_ + from);
    at_ = found == std::string_view::npos ? source_.size() : found + end.size();
  }

  void read_tag(bool end_tag) {
    const std::size_t begin = at_;
    std::size_t i = begin + (end_tag ? 2 : 1);
    const std::size_t name_begin = i;
    while (i < source_.size() && !is_ascii_whitespace(source_[i]) && source_[i] != '>' && source_[i] != '/')
      ++i;
    const std::string_view tag = lower(source_.substr(name_begin, std::min(i - name_begin, kMaxName)));
    const bool self_closing = skip_attributes(i);
    const std::uint64_t number = number_of(tag);
    if (end_tag) return close(tag, number, begin);
    const Kind kind = kind_of(number);
    if (self_closing && (foreign_ > 0 || kind == Kind::foreign)) return;
    if (kind == Kind::empty && !(foreign_ > 0 && tag == "image")) return;
    if (kind == Kind::raw_text && foreign_ == 0) return skip_raw_text(tag);
    if (kind == Kind::foreign) ++foreign_;
    open_.push_back({tag, number, kind, begin});
  }

  // Past the ">", quotes heeded; true for "/>".
  bool skip_attributes(std::size_t i) {
    for (; i < source_.size(); ++i) {
      const char c = source_[i];
      if (c > '>') continue;  // most letters
      if (c == '>') break;
      if ((c != '"' && c != '\'') || !is_value(i)) continue;
      const std::size_t close = source_.find(c, i + 1);
      i = close == std::string_view::npos ? source_.size() - 1 : close;
    }
    const bool self_closing = i < source_.size() && source_[i - 1] == '/';
    at_ = std::min(i + 1, source_.size());
    return self_closing;
  }

  // The quote there begins the value of an attribute.
  bool is_value(std::size_t quote) const {
    std::size_t i = quote;
    while (i > 0 && is_ascii_whitespace(source_[i - 1])) --i;
    return i > 0 && source_[i - 1] == '=';
  }

  void skip_raw_text(std::string_view tag) {
    for (std::size_t i = at_; (i = source_.find("</", i)) != std::string_view::npos; i += 2) {
      if (!ascii_iequals(source_.substr(i + 2, tag.size()), tag)) continue;
      at_ = i;
      return skip_past(">", 2);
    }
    at_ = source_.size();
  }

  void close(std::string_view tag, std::uint64_t number, std::size_t at) {
    const std::size_t lowest = open_.size() - std::min(open_.size(), kMaxDepth);
    for (std::size_t depth = open_.size(); depth > lowest; --depth) {
      const Open& open = open_[depth - 1];
      if (open.number != number || open.tag.size() != tag.size()) continue;
      if (tag.size() > 8 && open.tag != tag) continue;
      close_down_to(depth);
      return pop();
    }
    // The end of a paragraph that something else has ended already makes an empty one, </br> a line break.
    const Kind kind = kind_of(number);
    if (kind != Kind::optional_end && kind != Kind::empty) add_fault(tag, true, at);
  }

  // What is still open above that depth lacks its end.
  void close_down_to(std::size_t depth) {
    while (open_.size() > depth) {
      if (open_.back().kind != Kind::optional_end) add_fault(open_.back().tag, false, open_.back().at);
      pop();
    }
  }

  void pop() {
    if (open_.back().kind == Kind::foreign) --foreign_;
    open_.pop_back();
  }

  void add_fault(std::string_view tag, bool end_tag, std::size_t at) {
    if (faults_.size() < kMaxFaults) faults_.push_back({at, tag, end_tag});
  }

  std::vector<TagFault> with_lines() {
    std::ranges::stable_sort(faults_, {}, &Fault::at);
    std::vector<TagFault> faults;
    std::size_t counted = 0;
    unsigned line = 1;
    for (const Fault& fault : faults_) {
      line += static_cast<unsigned>(std::ranges::count(source_.substr(counted, fault.at - counted), '\n'));
      counted = fault.at;
      faults.push_back({std::string(fault.tag), fault.end_tag, line});
    }
    return faults;
  }

  // Most are written in lower case; the others are kept in a list whose strings stay where they are.
  std::string_view lower(std::string_view name) {
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (std::ranges::none_of(name, is_capital)) return name;
    return lowered_.emplace_back(ascii_lower(name));
  }

  std::string_view source_;
  std::size_t at_ = 0;
  int foreign_ = 0;  // depth of <svg> and <math>
  std::vector<Open> open_;
  std::list<std::string> lowered_;
  std::vector<Fault> faults_;
};

}  // namespace

std::vector<TagFault> unbalanced_tags(std::string_view source) { return Scanner(source).scan(); }

}  // namespace veedor::rules
