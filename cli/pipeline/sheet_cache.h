// The style sheets of a scan that were asked for, and what became of each.
//
// Budgets are counted in the order in which pages use sheets, never in the order in which they arrive. What
// was admitted stays admitted and what was refused stays refused, so whoever asks later gets the same answer.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "cli/pipeline/options.h"
#include "scanner/facts/response.h"
#include "scanner/facts/sheets.h"

namespace veedor::cli {

// A sheet as pages of one mode and encoding read it.
struct ReadSheet {
  enum class State : std::uint8_t { wanted, under_way, read, admitted, refused };
  State state = State::wanted;
  std::shared_ptr<const css::Sheet> sheet;  // shared by the cache and the pages that use it
  facts::LinkedSheets linked;
};

struct CachedSheet {
  url::Url url;
  bool counted = false;  // among those that a scan may ask for
  bool requested = false;
  std::string missing;  // why it cannot be used; "" while that is not known
  std::shared_ptr<const facts::Response>
      answer;  // null until it is there; shared by the workers that read it
  std::map<facts::SheetReading, ReadSheet> readings;
};

class SheetCache {
 public:
  explicit SheetCache(const StyleLimits& limits) : limits_(limits) {}

  // Null where it was not added yet. References stay valid as long as the cache.
  CachedSheet* find(std::string_view key);
  CachedSheet& add(const url::Url& url);

  // Counts the sheet, which is in its page's turn; false, for ever, when there are enough.
  bool count(CachedSheet& sheet);
  bool enough() const { return counted_ >= limits_.sheets; }
  // Could `more` sheets be counted?
  bool has_room(std::size_t more) const { return counted_ + more <= limits_.sheets; }

  void store(CachedSheet& sheet, facts::Response answer);
  void store(CachedSheet& sheet, ReadSheet& reading, std::shared_ptr<const css::Sheet> parsed,
             facts::LinkedSheets linked);
  // Admits a reading, which is in its page's turn, or refuses it when the memory for sheets is used up.
  void admit(CachedSheet& sheet, ReadSheet& reading);
  bool full() const { return full_; }
  // Bytes of all that is held, admitted or not.
  std::size_t held() const { return held_; }

 private:
  StyleLimits limits_;
  std::map<std::string, CachedSheet, std::less<>> sheets_;
  std::size_t counted_ = 0;
  std::size_t admitted_bytes_ = 0;
  std::size_t held_ = 0;
  bool full_ = false;
};

}  // namespace veedor::cli
