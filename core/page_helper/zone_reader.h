// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ocr/ocr_engine.h"
#include "core/page_helper/messages.h"

#include <stop_token>

namespace sohoa {

/// Reads one place of a cleaned page again, for what is expected there: another way of cutting it into lines, and
/// only the signs that can stand in such a value. The words' boxes are in pixels of the page.
/// Errors: those of readImage(); NotFound when the box lies outside the page; those of OcrEngine::readZone().
Result<ZoneResult> readZone(OcrEngine &engine, const ZoneRequest &request, const std::stop_token &stop);

} // namespace sohoa
