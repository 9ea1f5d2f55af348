// Small media files, made byte by byte.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace veedor::testing {

inline std::string big(std::uint64_t value, int bytes) {
  std::string out;
  for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>(value >> (8 * i) & 0xFF);
  return out;
}
inline std::string little(std::uint64_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
  return out;
}

// 8000 samples of one byte a second.
inline std::string wav(unsigned seconds) {
  const std::string format =
      little(1, 2) + little(1, 2) + little(8000, 4) + little(8000, 4) + little(1, 2) + little(8, 2);
  const std::string data(seconds * 8000U, '\x80');
  return "RIFF" + little(36 + data.size(), 4) + "WAVEfmt " + little(16, 4) + format + "data" +
         little(data.size(), 4) + data;
}

inline std::string box(std::string_view type, const std::string& content) {
  return big(content.size() + 8, 4) + std::string(type) + content;
}
inline std::string track(std::string_view handler) {
  return box("trak", box("mdia", box("hdlr", big(0, 8) + std::string(handler) + big(0, 13))));
}
inline std::string movie_header(std::uint64_t scale, std::uint64_t duration) {
  return box("mvhd", big(0, 12) + big(scale, 4) + big(duration, 4) + std::string(80, '\0'));
}
inline std::string file_type() { return box("ftyp", "isom" + big(0, 4) + "isom"); }

inline std::string element(std::uint64_t id, int id_bytes, const std::string& content) {
  return big(id, id_bytes) + big(0x1000'0000 | content.size(), 4) + content;  // a length of four bytes
}

// An MP3 frame of 128 kbit/s, 44.1 kHz, stereo: 417 bytes, 1152 samples.
inline std::string mp3_frame(const std::string& content = "") {
  std::string frame = std::string("\xFF\xFB\x90\x00", 4) + content;
  frame.resize(417, '\0');
  return frame;
}

inline std::string ogg_page(unsigned flags, std::uint64_t granule, const std::string& packet) {
  return "OggS" + std::string(1, '\0') + std::string(1, static_cast<char>(flags)) + little(granule, 8) +
         little(7, 4) + little(0, 4) + little(0, 4) + std::string(1, '\x01') +
         std::string(1, static_cast<char>(packet.size())) + packet;
}

}  // namespace veedor::testing
