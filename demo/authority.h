// A certificate authority that lives as long as the process: for the built-in institution and for tests.
// Nothing is written to disk.
#pragma once

#include <string>
#include <vector>

#include "scanner/base/result.h"
#include "scanner/base/time.h"

namespace veedor::demo {

struct CertificateRequest {
  std::vector<std::string> names;  // DNS names or IP addresses
  Time not_before{};
  Time not_after{};
  int rsa_bits = 2048;  // 0: an elliptic key on P-256
  bool sha1 = false;    // sign with SHA-1, as nobody should any more
  std::string
      issuer_url{};  // where the issuer's certificate can be fetched (AIA, caIssuers); "" leaves it out
};

struct KeyPair {
  std::string certificate_pem;  // the leaf and, behind it, the intermediate where there is one
  std::string key_pem;
};

class Authority {
 public:
  // A root, valid from a year before `now` to ten years after.
  static Result<Authority> create(Time now);
  // An intermediate authority below this one; what it issues carries the intermediate's certificate.
  Result<Authority> intermediate(Time now) const;

  // The root's certificate: what a client has to trust.
  const std::string& ca_pem() const { return root_pem_; }
  Result<KeyPair> issue(const CertificateRequest& request) const;
  // Signed with its own key; no authority has a part in it.
  static Result<KeyPair> self_signed(const CertificateRequest& request);

 private:
  Authority() = default;
  std::string root_pem_;
  std::string certificate_pem_;  // of the issuer: the root's or the intermediate's
  std::string key_pem_;
};

}  // namespace veedor::demo
