// A place in a JSON document that knows its path, so that an error can name it.
#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "scanner/base/time.h"

namespace veedor::reports {

// Thrown by Node and caught by read_json: never leaves this folder.
struct Mismatch {
  std::string path;
  bool missing = false;  // else: of a kind or value that is not expected there
};

// A view; lives no longer than the document and the nodes above it.
class Node {
 public:
  explicit Node(const nlohmann::json& value) : value_(value) {}

  Node operator[](const char* key) const;
  // Is there a member of that name? Files of an earlier veedor lack what came later.
  bool has(const char* key) const { return value_.is_object() && value_.contains(key); }
  bool is_null() const { return value_.is_null(); }
  std::string text() const;
  bool boolean() const;
  long long number(long long least, long long most) const;
  int count() const { return static_cast<int>(number(0, std::numeric_limits<int>::max())); }
  Time time() const;

  template <class Read>
  auto list(Read read) const {
    if (!value_.is_array()) mismatch();
    std::vector<decltype(read(*this))> out;
    out.reserve(value_.size());
    std::size_t index = 0;
    for (const nlohmann::json& item : value_) out.push_back(read(Node(item, this, nullptr, index++)));
    return out;
  }
  std::vector<std::string> texts() const {
    return list([](const Node& node) { return node.text(); });
  }
  // Sets `out` to what `read` makes of the member; leaves it alone where there is none.
  template <class Value, class Read>
  void read_if(const char* key, Value& out, Read read) const {
    if (has(key)) out = read((*this)[key]);
  }
  // Calls read(key, node) for each member.
  template <class Read>
  void members(Read read) const {
    if (!value_.is_object()) mismatch();
    for (auto it = value_.begin(); it != value_.end(); ++it)
      read(it.key(), Node(it.value(), this, it.key().c_str(), 0));
  }
  // The enumerator, of those up to `last`, whose name this is.
  template <class Enum, class Name>
  Enum one_of(Enum last, Name name) const {
    const std::string wanted = text();
    for (int i = 0; i <= static_cast<int>(last); ++i) {
      if (name(static_cast<Enum>(i)) == wanted) return static_cast<Enum>(i);
    }
    mismatch();
  }
  [[noreturn]] void mismatch() const { throw Mismatch{path(), false}; }

 private:
  Node(const nlohmann::json& value, const Node* parent, const char* key, std::size_t index)
      : value_(value), parent_(parent), key_(key), index_(index) {}
  std::string path() const;  // "findings[3].occurrences[0].url"

  const nlohmann::json& value_;
  const Node* parent_ = nullptr;
  const char* key_ = nullptr;  // null for an item of a list
  std::size_t index_ = 0;
};

}  // namespace veedor::reports
