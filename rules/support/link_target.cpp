#include "rules/support/link_target.h"

#include <unordered_map>

#include "data/file_formats_tsv.h"
#include "rules/support/table.h"
#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

constexpr std::size_t kMaxAddress = 4096;  // bytes; data: URLs are longer

using Formats = std::unordered_map<std::string_view, FileFormat>;

const Formats& formats() {
  static const Formats known = [] {
    Formats read;
    for (const auto& row : read_table(data::file_formats_tsv, 3))
      read.emplace(row[0], FileFormat{row[0], row[1], split_whitespace(row[2])});
    return read;
  }();
  return known;
}

bool same_page(std::string_view reference, const facts::Page& page) {
  const auto target = page.resolve(reference);
  return target && target->without_fragment() == page.url().without_fragment();
}

}  // namespace

std::string_view file_name(std::string_view address) {
  address = trim(address).substr(0, kMaxAddress);
  address = address.substr(0, address.find_first_of("?#"));
  const std::size_t scheme = address.find("://");
  const std::size_t from = scheme == std::string_view::npos ? 0 : scheme + 3;
  const std::size_t slash = address.find_last_of('/');
  if (slash == std::string_view::npos) return address.find(':') == std::string_view::npos ? address : "";
  return slash < from ? "" : address.substr(slash + 1);
}

const FileFormat* file_format(std::string_view address) {
  const std::string_view file = file_name(address);
  const std::size_t dot = file.find_last_of('.');
  if (dot == std::string_view::npos || dot == 0 || file.size() - dot > 6) return nullptr;
  const auto found = formats().find(ascii_lower(file.substr(dot + 1)));
  return found == formats().end() ? nullptr : &found->second;
}

std::string place_on_page(std::string_view reference, const facts::Page& page) {
  const std::string_view address = trim(reference).substr(0, kMaxAddress);
  const std::size_t hash = address.find('#');
  if (hash == std::string_view::npos || hash + 1 == address.size()) return "";
  const std::string_view fragment = address.substr(hash + 1);
  if (fragment[0] == '!' || fragment[0] == '/' || fragment.find('=') != std::string_view::npos ||
      fragment.find(":~:") != std::string_view::npos || fragment.find("{{") != std::string_view::npos)
    return "";
  if (ascii_iequals(fragment, "top")) return "";  // HTML Standard §7.4.6.3
  if (!same_page(address, page)) return "";
  return url::percent_decode(fragment);
}

}  // namespace veedor::rules
