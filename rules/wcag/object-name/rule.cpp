// An <object> with a picture, sound or video and no name: nobody who cannot see or hear it knows that it is
// there.
#include "rules/rule.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "rules/support/content.h"
#include "scanner/base/text.h"

namespace veedor::rules::wcag {
namespace {

// Endings of files that browsers show or play; a PDF or a page is text.
constexpr auto kMediaEndings = std::to_array<std::string_view>({
    "aac", "apng", "avif", "bmp", "flac", "gif", "ico", "jpeg", "jpg",  "m4a", "m4v",  "mov",  "mp3",
    "mp4", "oga",  "ogg",  "ogv", "opus", "png", "svg", "tif",  "tiff", "wav", "webm", "webp",
});
static_assert(std::ranges::is_sorted(kMediaEndings));

std::string_view path(std::string_view address) {
  address = trim(address);
  return address.substr(0, address.find_first_of("?#"));
}

bool is_media_type(std::string_view type) {
  const std::string lower = ascii_lower(type);
  return lower.starts_with("image/") || lower.starts_with("audio/") || lower.starts_with("video/");
}

// ACT 8fc3b6 asks for the type of what is loaded: as it was served, or else as the page tells it by type=""
// or by the ending of the address.
bool shows_media(html::Element object, const facts::Page& page) {
  const std::string_view address = trim(object.attribute_or("data", ""));
  if (address.empty()) return false;
  if (address.starts_with("data:")) return is_media_type(address.substr(5, 6));
  const facts::Resource* const resource = page.resource(address);
  if (resource != nullptr) {
    if (!resource->success()) return false;  // a browser shows what stands in the element instead
    if (!resource->media_type.empty() && resource->media_type != "application/octet-stream")
      return is_media_type(resource->media_type);
    if (resource->media) return true;
  }
  const std::string_view type = trim(object.attribute_or("type", ""));
  if (!type.empty()) return is_media_type(type);
  const std::string_view file = path(address);
  const std::size_t dot = file.rfind('.');
  if (dot == std::string_view::npos || file.size() - dot > 6) return false;
  return std::ranges::binary_search(kMediaEndings, ascii_lower(file.substr(dot + 1)));
}

std::string file_name(html::Element object) {
  const std::string_view address = trim(object.attribute_or("data", ""));
  if (address.starts_with("data:")) return shown_tag(object);
  const std::string_view file = path(address);
  return shown(file.substr(file.rfind('/') + 1), 60);
}

Verdicts check(const facts::Page& page) {
  const html::Document& document = page.document();
  const a11y::Tree& tree = page.tree();
  const bool unread = has_unread_styles(page);
  Verdicts verdicts;
  for (html::Element object : document.all("object")) {
    if (!shows_media(object, page) || !explicit_role(object).empty() || tree.is_excluded(object)) continue;
    if (!tree.name(object).empty()) {
      verdicts.push_back({Outcome::passed});
    } else if (!class_says_hidden(object) || !unread) {
      verdicts.push_back({.outcome = Outcome::failed,
                          .message = "no-name",
                          .element = object,
                          .values = {{"file", file_name(object)}}});
    }
  }
  return verdicts;
}

}  // namespace

extern constexpr Rule object_name = define({
    .id = "wcag/object-name",
    .severity = Severity::serious,
    .confidence = Confidence::medium,
    .references = {.wcag = {"1.1.1"}, .act = {"8fc3b6"}},
    .check = check,
});

}  // namespace veedor::rules::wcag
