// What the exchanges of one Client have in common: checked options, the header lists, and the cookies and TLS
// sessions they share.
#pragma once

#include <memory>
#include <string>

#include <curl/curl.h>

#include "scanner/base/result.h"
#include "scanner/net/client.h"

namespace veedor::net {

// libcurl's handles are all `void`, so each kind names its own way to be freed.
template <class T, auto kFree>
struct CurlFree {
  void operator()(T* handle) const { kFree(handle); }
};
using EasyHandle = std::unique_ptr<CURL, CurlFree<CURL, curl_easy_cleanup>>;
using MultiHandle = std::unique_ptr<CURLM, CurlFree<CURLM, curl_multi_cleanup>>;
using ShareHandle = std::unique_ptr<CURLSH, CurlFree<CURLSH, curl_share_cleanup>>;
using StringList = std::unique_ptr<curl_slist, CurlFree<curl_slist, curl_slist_free_all>>;

struct Session {
  Options options;
  AddressGuard guard;
  StringList headers;  // for the named hosts only
  StringList connect_to;
  ShareHandle share;

  // An error names the option that cannot be used. A pointer, because exchanges keep the Session's address.
  static Result<std::unique_ptr<Session>> create(Options options, AddressGuard guard);
};

}  // namespace veedor::net
