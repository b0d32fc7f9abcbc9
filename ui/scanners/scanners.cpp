// SPDX-License-Identifier: GPL-3.0-or-later
// Gives the interface's meta object a home.
#include "ui/scanners/scanners.h"
