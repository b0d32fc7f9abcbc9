// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "packaging/cmake/core_headers.h"
#include "tests/support/catch.h"

#include <QTemporaryDir>
