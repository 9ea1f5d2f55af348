// The readers of the formats; each answers nothing for what is not of its own.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "scanner/media/media.h"

namespace veedor::media {

struct File {
  std::string_view bytes;              // its first
  std::optional<std::uint64_t> total;  // how many it has
  bool whole() const { return total && *total == bytes.size(); }
};

std::optional<Media> read_wav(const File& file);
std::optional<Media> read_flac(const File& file);
std::optional<Media> read_ogg(const File& file);
std::optional<Media> read_mp4(const File& file);
std::optional<Media> read_matroska(const File& file);
// MP3 and AAC: frames one after another, behind an ID3 tag or not.
std::optional<Media> read_frames(const File& file);

}  // namespace veedor::media
