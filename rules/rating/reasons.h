// Why a grade is no better: the caps of the SSL Labs Server Rating Guide (2009r), each with a stable code.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/facts/host.h"

namespace veedor::rules::rating {

// How bad a letter is: 0 for "A+" … 7 for "F", then "M" and "T".
int rank(std::string_view letter);

class Reasons {
 public:
  // The same code with the same detail is kept once.
  void add(std::string_view code, std::string_view cap, std::string_view detail = "");
  // Something that could lower the grade was not learnt.
  void unclear() { partial_ = true; }

  bool partial() const { return partial_; }
  const std::vector<facts::GradeReason>& list() const { return list_; }
  // The worst cap, "A+" for none; `without_trust`: those of trust and name ("T", "M") apart.
  enum class Count : std::uint8_t { all, without_trust };
  std::string_view cap(Count count) const;
  // Those that decide first; of the same cap in the order they were added.
  std::vector<facts::GradeReason> by_weight() const;

 private:
  std::vector<facts::GradeReason> list_;
  bool partial_ = false;
};

// Versions: of SSL 2.0 and SSL 3.0, of TLS 1.0 and 1.1, and what is missing.
void judge_versions(const facts::Tls& tls, Reasons& reasons);
// Suites, and what they are used with: anonymous, NULL, export, RC4, small blocks, no forward secrecy.
void judge_suites(const facts::Tls& tls, Reasons& reasons);
// Diffie-Hellman primes and curves.
void judge_key_exchange(const facts::Tls& tls, Reasons& reasons);
// Renegotiation, compression, TLS_FALLBACK_SCSV and the vulnerabilities that were probed. What was left out
// on purpose (Tls::intrusive) makes nothing unclear; an unclear answer does.
void judge_features(const facts::Tls& tls, Reasons& reasons);
// Trust, name, dates, revocation, signatures and keys.
void judge_certificates(const facts::Host& host, Reasons& reasons);
// `max_age` in seconds, 0 for a service without HSTS; none where it is unknown (RFC 6797).
void judge_hsts(std::optional<std::int64_t> max_age, Reasons& reasons);

}  // namespace veedor::rules::rating
