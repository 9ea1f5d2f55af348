// MP4, M4A, MOV and 3GP: boxes (ISO/IEC 14496-12). The box "moov" has what is asked for; it stands before the
// data or behind them, where it is found only if the bytes reach that far.
#include <algorithm>
#include <array>
#include <string_view>

#include "scanner/media/bytes.h"
#include "scanner/media/formats.h"

namespace veedor::media {
namespace {

constexpr int kMaxBoxes = 1000;  // of one level

struct Box {
  std::string_view type;
  std::string_view content;  // as far as the bytes go
};

// The boxes that stand one after another in `bytes`; calls `use` for each.
template <class Use>
void for_each_box(std::string_view bytes, Use use) {
  std::uint64_t at = 0;
  for (int i = 0; i < kMaxBoxes && at + 8 <= bytes.size(); ++i) {
    const auto place = static_cast<std::size_t>(at);
    std::uint64_t size = big_endian(bytes, place, 4);
    std::uint64_t header = 8;
    if (size == 1) {
      size = big_endian(bytes, place + 8, 8);
      header = 16;
    } else if (size == 0) {
      size = bytes.size() - at;  // to the end
    }
    if (size < header || size > (std::uint64_t{1} << 60U)) return;
    use(Box{.type = bytes.substr(place + 4, 4), .content = part(bytes, at + header, size - header)});
    at += size;
  }
}

double seconds_in(std::string_view header) {  // of "mvhd" (§8.2.2)
  const bool wide = byte_at(header, 0) == 1;
  const std::uint64_t scale = big_endian(header, wide ? 20 : 12, 4);
  const std::uint64_t duration = wide ? big_endian(header, 24, 8) : big_endian(header, 16, 4);
  const std::uint64_t unknown = wide ? ~std::uint64_t{0} : 0xFFFF'FFFF;
  return scale == 0 || duration == unknown ? 0 : static_cast<double>(duration) / static_cast<double>(scale);
}

// "mvex" of a film in fragments (§8.8.2): its length may stand in "mehd", in the film's time scale.
double fragmented_seconds(std::string_view extends, std::uint64_t scale) {
  double seconds = 0;
  for_each_box(extends, [&](const Box& box) {
    if (box.type != "mehd" || scale == 0) return;
    const bool wide = byte_at(box.content, 0) == 1;
    seconds = static_cast<double>(big_endian(box.content, 4, wide ? 8 : 4)) / static_cast<double>(scale);
  });
  return seconds;
}

void read_track(std::string_view track, Media& media) {
  for_each_box(track, [&](const Box& box) {
    if (box.type != "mdia") return;
    for_each_box(box.content, [&](const Box& inner) {
      if (inner.type != "hdlr") return;  // §8.4.3
      media.has_audio = media.has_audio || is_at(inner.content, 8, "soun");
      media.has_video = media.has_video || is_at(inner.content, 8, "vide");
    });
  });
}

void read_movie(std::string_view movie, Media& media) {
  std::uint64_t scale = 0;
  double seconds = 0;
  double fragments = 0;
  for_each_box(movie, [&](const Box& box) {
    if (box.type == "mvhd") {
      seconds = seconds_in(box.content);
      scale = big_endian(box.content, byte_at(box.content, 0) == 1 ? 20 : 12, 4);
    } else if (box.type == "mvex") {
      fragments = fragmented_seconds(box.content, scale);
    } else if (box.type == "trak") {
      read_track(box.content, media);
    }
  });
  seconds = std::max(seconds, fragments);
  if (seconds > 0) media.seconds = seconds;
}

}  // namespace

std::optional<Media> read_mp4(const File& file) {
  constexpr auto kFirst = std::to_array<std::string_view>({"ftyp", "moov", "mdat", "wide", "free", "skip"});
  const bool is_mp4 =
      std::ranges::any_of(kFirst, [&](std::string_view type) { return is_at(file.bytes, 4, type); });
  if (!is_mp4) return std::nullopt;
  Media media;
  for_each_box(file.bytes, [&](const Box& box) {
    if (box.type == "moov") read_movie(box.content, media);
  });
  return media;
}

}  // namespace veedor::media
