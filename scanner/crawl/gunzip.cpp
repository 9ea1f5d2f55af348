// RFC 1952 through zlib, member after member.
#include "scanner/crawl/gunzip.h"

#include <algorithm>
#include <limits>
#include <vector>

#define ZLIB_CONST  // zlib then promises not to write to its input
#include <zlib.h>

namespace veedor::crawl {
namespace {

// Owns zlib's stream.
class Inflater {
 public:
  Inflater() : ready_(inflateInit2(&stream_, MAX_WBITS + 16) == Z_OK) {}  // 16: a gzip header is expected
  ~Inflater() {
    if (ready_) inflateEnd(&stream_);
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  bool ready() const { return ready_; }
  z_stream& stream() { return stream_; }

 private:
  z_stream stream_{};
  bool ready_;
};

}  // namespace

bool is_gzip(std::string_view bytes) { return bytes.starts_with("\x1F\x8B"); }

Gunzipped gunzip(std::string_view bytes, std::size_t max_bytes) {
  Gunzipped out;
  Inflater inflater;
  if (!inflater.ready() || bytes.size() > std::numeric_limits<uInt>::max()) return out;
  z_stream& stream = inflater.stream();
  stream.next_in = reinterpret_cast<const Bytef*>(bytes.data());
  stream.avail_in = static_cast<uInt>(bytes.size());

  std::vector<char> chunk(1U << 16);
  while (true) {
    stream.next_out = reinterpret_cast<Bytef*>(chunk.data());
    stream.avail_out = static_cast<uInt>(chunk.size());
    const int status = inflate(&stream, Z_NO_FLUSH);
    const std::size_t produced = chunk.size() - stream.avail_out;
    out.bytes.append(chunk.data(), std::min(produced, max_bytes - out.bytes.size()));
    if (status == Z_STREAM_END && stream.avail_in == 0) {
      out.complete = out.bytes.size() < max_bytes || produced == 0;
      return out;
    }
    if (out.bytes.size() == max_bytes) return out;
    if (status == Z_STREAM_END && inflateReset(&stream) != Z_OK) return out;
    if (status != Z_OK && status != Z_STREAM_END) return out;
  }
}

}  // namespace veedor::crawl
