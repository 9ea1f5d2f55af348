// Makes sheets, and tells where in one an offset is.
#include "scanner/css/sheet.h"

#include <algorithm>
#include <utility>

#include "scanner/css/cascade/rule_index.h"
#include "scanner/css/declared.h"
#include "scanner/css/syntax/sheet_parser.h"

namespace veedor::css {
namespace {

constexpr std::size_t kMaxBytes = 0xFFFF'FFF0;  // offsets are 32 bits
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// A cut within a declaration could leave a different one ("width: 10" of "width: 100%"), so it falls behind
// the last end of one.
void cut(Sheet& sheet, std::size_t bytes) {
  bytes = std::min(bytes, kMaxBytes);
  if (sheet.source.size() <= bytes) return;
  const std::size_t end = std::string_view(sheet.source).substr(0, bytes).find_last_of(";}");
  sheet.source.resize(end == std::string::npos ? 0 : end + 1);
  sheet.source.shrink_to_fit();
  sheet.truncated = true;
}

// LF, CR and CR LF end a line, as in editors.
std::vector<std::uint32_t> find_line_starts(std::string_view source) {
  std::vector<std::uint32_t> starts{0};
  for (std::size_t at = 0; at < source.size(); ++at) {
    if (source[at] != '\n' && source[at] != '\r') continue;
    if (source.compare(at, 2, "\r\n") == 0) ++at;
    starts.push_back(static_cast<std::uint32_t>(at + 1));
  }
  return starts;
}

std::shared_ptr<Sheet> make_sheet(std::string source, ParserMode mode, const SheetLimits& limits) {
  auto sheet = std::make_shared<Sheet>();
  sheet->mode = mode;
  sheet->source = std::move(source);
  cut(*sheet, limits.bytes);
  if (sheet->source.starts_with(kByteOrderMark)) sheet->source.erase(0, kByteOrderMark.size());
  sheet->line_starts = find_line_starts(sheet->source);
  return sheet;
}

}  // namespace

Sheet::Place Sheet::place(std::uint32_t offset) const {
  const auto behind = std::upper_bound(line_starts.begin(), line_starts.end(), offset);
  if (behind == line_starts.begin()) return {.line = 1, .column = offset + 1};
  return {.line = static_cast<unsigned>(behind - line_starts.begin()), .column = offset - *(behind - 1) + 1};
}

std::shared_ptr<const Sheet> parse_sheet(std::string source, std::string url, ParserMode mode,
                                         const SheetLimits& limits) {
  std::shared_ptr<Sheet> sheet = make_sheet(std::move(source), mode, limits);
  sheet->url = std::move(url);
  SheetParser(*sheet, limits).parse_sheet();
  sheet->index = build_index(*sheet);
  sheet->declared = std::make_shared<const Declared>(*sheet);
  return sheet;
}

std::shared_ptr<const Sheet> parse_style_attribute(std::string source, ParserMode mode) {
  std::shared_ptr<Sheet> sheet = make_sheet(std::move(source), mode, {});
  SheetParser(*sheet, {}).parse_style_attribute();
  return sheet;
}

}  // namespace veedor::css
