#include "reports/json/json_node.h"

namespace veedor::reports {

Node Node::operator[](const char* key) const {
  if (!value_.is_object()) mismatch();
  const auto found = value_.find(key);
  if (found == value_.end()) throw Mismatch{path().append(parent_ == nullptr ? "" : ".").append(key), true};
  return {*found, this, key, 0};
}

std::string Node::text() const {
  if (!value_.is_string()) mismatch();
  return value_.get_ref<const std::string&>();
}

bool Node::boolean() const {
  if (!value_.is_boolean()) mismatch();
  return value_.get<bool>();
}

long long Node::number(long long least, long long most) const {
  if (!value_.is_number_integer()) mismatch();
  if (value_.is_number_unsigned() &&
      value_.get<unsigned long long>() >
          static_cast<unsigned long long>(std::numeric_limits<long long>::max()))
    mismatch();
  const auto number = value_.get<long long>();
  if (number < least || number > most) mismatch();
  return number;
}

Time Node::time() const {
  Result<Time> time = parse_iso8601(text());
  if (!time) mismatch();
  return *time;
}

std::string Node::path() const {
  if (parent_ == nullptr) return "";
  const std::string above = parent_->path();  // as deep as veedor's own schema, never as the document
  if (key_ == nullptr) return above + "[" + std::to_string(index_) + "]";
  return above.empty() ? key_ : above + "." + key_;
}

}  // namespace veedor::reports
