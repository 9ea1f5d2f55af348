// Compares facts of a TLS service member by member. A member that is added to one of them stops the build
// here, until scan.json's reader and writer know it, too.
#pragma once

#include <map>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "scanner/facts/host.h"

namespace veedor::reports::sample {

inline auto members(const facts::Sct& it) {
  const auto& [a, b] = it;
  return std::tie(a, b);
}
inline auto members(const facts::Certificate& it) {
  const auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w] = it;
  return std::tie(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w);
}
inline auto members(const facts::TlsOffer& it) {
  const auto& [a, b, c, d] = it;
  return std::tie(a, b, c, d);
}
inline auto members(const facts::DhKey& it) {
  const auto& [a, b, c, d] = it;
  return std::tie(a, b, c, d);
}
inline auto members(const facts::KeyExchangeFacts& it) {
  const auto& [a, b, c, d, e, f, g, h, i] = it;
  return std::tie(a, b, c, d, e, f, g, h, i);
}
inline auto members(const facts::Tolerance& it) {
  const auto& [a, b, c, d] = it;
  return std::tie(a, b, c, d);
}
inline auto members(const facts::TlsFeatures& it) {
  const auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t] = it;
  return std::tie(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t);
}
inline auto members(const facts::Exposed& it) {
  const auto& [a, b] = it;
  return std::tie(a, b);
}
inline auto members(const facts::Staple& it) {
  const auto& [a, b, c, d] = it;
  return std::tie(a, b, c, d);
}
inline auto members(const facts::ChainShape& it) {
  const auto& [a, b, c] = it;
  return std::tie(a, b, c);
}
inline auto members(const facts::OtherChain& it) {
  const auto& [a, b, c, d] = it;
  return std::tie(a, b, c, d);
}
inline auto members(const facts::AddressFacts& it) {
  const auto& [a, b, c, d, e] = it;
  return std::tie(a, b, c, d, e);
}
inline auto members(const facts::GradeReason& it) {
  const auto& [a, b, c] = it;
  return std::tie(a, b, c);
}
inline auto members(const facts::ProfileGap& it) {
  const auto& [a, b] = it;
  return std::tie(a, b);
}
inline auto members(const facts::ClientResult& it) {
  const auto& [a, b, c, d, e, f, g] = it;
  return std::tie(a, b, c, d, e, f, g);
}
inline auto members(const facts::TlsGrade& it) {
  const auto& [a, b, c, d, e, f, g, h, i, j, k] = it;
  return std::tie(a, b, c, d, e, f, g, h, i, j, k);
}
inline auto members(const facts::Tls& it) {
  const auto& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u] = it;
  return std::tie(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u);
}
inline auto members(const facts::Caa& it) {
  const auto& [a, b, c] = it;
  return std::tie(a, b, c);
}
inline auto members(const facts::Tlsa& it) {
  const auto& [a, b, c, d, e] = it;
  return std::tie(a, b, c, d, e);
}
inline auto members(const facts::Dns& it) {
  const auto& [a, b, c, d, e, f, g, h, i] = it;
  return std::tie(a, b, c, d, e, f, g, h, i);
}

template <class Facts>
concept HasMembers = requires(const Facts& it) {
  members(it);
};

// Where two values differ: "tls[3][0][2] "; "" where they do not. Members are numbered in their order.
template <class Value>
std::string differences(const Value& a, const Value& b, const std::string& path) {
  if constexpr (HasMembers<Value>) {
    return std::apply(
        [&](const auto&... left) {
          return std::apply(
              [&](const auto&... right) {
                std::string out;
                int number = 0;
                ((out += differences(left, right, path + "[" + std::to_string(number++) + "]")), ...);
                return out;
              },
              members(b));
        },
        members(a));
  } else if constexpr (
      requires { a == b; } && !requires { a.size(); }) {
    return a == b ? "" : path + " ";
  } else if constexpr (std::is_same_v<Value, std::string>) {
    return a == b ? "" : path + " ";
  } else {
    if (a.size() != b.size()) return path + ".size ";
    std::string out;
    for (auto left = a.begin(), right = b.begin(); left != a.end(); ++left, ++right) {
      if constexpr (requires { left->second; }) {
        out += differences(left->first, right->first, path + ".key");
        out += differences(left->second, right->second, path + ".value");
      } else {
        out += differences(*left, *right, path + ".item");
      }
    }
    return out;
  }
}

// Which members, at any depth, have the value that they are made with.
template <class Value>
std::string defaults(const Value& value, const std::string& path);

template <class Member>
std::string default_member(const Member& member, const Member& made_with, const std::string& path) {
  if constexpr (HasMembers<Member>) {
    return defaults(member, path);
  } else if constexpr (std::is_same_v<Member, std::string> || !requires { member.size(); }) {
    return member == made_with ? path + " " : "";
  } else {
    if (member.empty()) return path + ".empty ";
    std::string out;
    for (const auto& item : member) {
      if constexpr (requires { item.second; }) {
        if constexpr (HasMembers<std::decay_t<decltype(item.second)>>)
          out += defaults(item.second, path + ".value");
      } else if constexpr (HasMembers<std::decay_t<decltype(item)>>) {
        out += defaults(item, path + ".item");
      }
    }
    return out;
  }
}

template <class Value>
std::string defaults(const Value& value, const std::string& path) {
  static const Value kMadeWith;
  return std::apply(
      [&](const auto&... member) {
        return std::apply(
            [&](const auto&... made_with) {
              std::string out;
              int number = 0;
              ((out += default_member(member, made_with, path + "[" + std::to_string(number++) + "]")), ...);
              return out;
            },
            members(kMadeWith));
      },
      members(value));
}

}  // namespace veedor::reports::sample
