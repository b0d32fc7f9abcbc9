# SPDX-License-Identifier: GPL-3.0-or-later
# The Debian package: cpack -G DEB. packaging/deb is the command that makes it with the flags it wants.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME sohoa)
set(CPACK_PACKAGE_VENDOR Sohoa)
set(CPACK_PACKAGE_CONTACT "${SOHOA_MAINTAINER}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "scanning and digitization workstation of a one-stop shop")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Sohoa turns the paper dossiers of a Vietnamese commune's one-stop shop into
searchable, checked PDF/A files with their metadata, and hands them over to
the province's repository when there is a line, or on a USB stick when there
is none.
.
There is a window for the clerk (sohoa) and a command line for the whole job
(sohoactl); practice mode brings a virtual scanner and sample papers.")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION graphics)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What no library asks for, and without which nothing is read, no icon is drawn and no letter: plugins and data. Libraries
# come by shlibdeps.
set(CPACK_DEBIAN_PACKAGE_DEPENDS
    "tesseract-ocr-vie, tesseract-ocr-osd, qt6-qpa-plugins, libqt6svg6, breeze-icon-theme, fonts-dejavu-core, hicolor-icon-theme")
# Protecting a store (gocryptfs), scanners on the network, input of Vietnamese, tokens.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "sane-utils, sane-airscan, gocryptfs, fuse3, fonts-noto-core, ca-certificates")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "opensc, ibus-unikey, fcitx5-unikey")
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
configure_file(${CMAKE_CURRENT_LIST_DIR}/conffiles.in ${PROJECT_BINARY_DIR}/packaging/conffiles @ONLY)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${PROJECT_BINARY_DIR}/packaging/conffiles)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
include(CPack)
