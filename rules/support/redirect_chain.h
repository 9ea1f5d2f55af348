// Where an answer was redirected to, step by step.
#pragma once

#include <vector>

#include "scanner/facts/response.h"
#include "scanner/url/url.h"

namespace veedor::rules {

// The address asked for, those that it led to, and at the end the target of a redirect that was not followed.
std::vector<url::Url> redirect_chain(const facts::Response& response);

// A step of the chain leads from HTTPS back to HTTP.
bool goes_back_to_http(const std::vector<url::Url>& chain);

}  // namespace veedor::rules
