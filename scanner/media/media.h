// What the beginning of an audio or video file says of it: how long it plays, and whether there is sound and
// a picture. For WAV, MP3, AAC, FLAC, Ogg, MP4 and its kin, and Matroska with WebM.
//
// The bytes are foreign: every length is checked, nothing is read twice, and no depth is followed that the
// formats do not have.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace veedor::media {

struct Media {
  std::optional<double> seconds;  // how long it plays; nothing where the bytes do not tell
  bool has_audio = false;
  bool has_video = false;
};

// `bytes` are the first of a file that has `total`; nothing where that is not known. Nothing for a format
// that is not known.
std::optional<Media> read(std::string_view bytes, std::optional<std::uint64_t> total);

}  // namespace veedor::media
