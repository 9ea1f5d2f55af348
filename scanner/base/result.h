// Result<T>: a value, or the reason why there is none. Stands in for std::expected, which Debian 12 lacks.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace veedor {

// Why the world failed us. `message` completes the sentence "could not … because"; it is for logs and
// developers.
struct Error {
  std::string message;
};

// Holds T or Error. Test it with `if (!result) return result.error();`, then use `*result` or `result->`.
template <class T>
class [[nodiscard]] Result {
 public:
  // Both constructors are implicit: `return value;` and `return error;` are the point.
  // NOLINTBEGIN(google-explicit-constructor)
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}
  // NOLINTEND(google-explicit-constructor)

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(value()); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }
  const Error& error() const {
    assert(!ok());
    return std::get<1>(state_);
  }

 private:
  T& value() {
    assert(ok());
    return std::get<0>(state_);
  }
  const T& value() const {
    assert(ok());
    return std::get<0>(state_);
  }
  std::variant<T, Error> state_;
};

}  // namespace veedor
