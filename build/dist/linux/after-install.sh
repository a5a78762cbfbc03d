#!/bin/sh
# Runs as root after the files are in place; on an upgrade too.
set -e

ln -sf /opt/sizhua/sizhua /usr/bin/sizhua

# Chromium's sandbox works in user namespaces; kernels that refuse them to ordinary users (UOS, Kylin) need the helper.
if [ -L /proc/self/ns/user ] && su -s /bin/sh nobody -c 'unshare --user true' 2>/dev/null; then
  chmod 0755 /opt/sizhua/chrome-sandbox
else
  chmod 4755 /opt/sizhua/chrome-sandbox
fi

if command -v update-mime-database >/dev/null 2>&1; then update-mime-database /usr/share/mime || true; fi
if command -v update-desktop-database >/dev/null 2>&1; then update-desktop-database -q /usr/share/applications || true; fi
if command -v gtk-update-icon-cache >/dev/null 2>&1; then gtk-update-icon-cache -q -f /usr/share/icons/hicolor || true; fi

# Ubuntu 24 and later give user namespaces only to programs with a profile.
profile=/opt/sizhua/resources/apparmor-profile
if [ -e "$profile" ] && command -v apparmor_status >/dev/null 2>&1 && apparmor_status --enabled >/dev/null 2>&1; then
  if apparmor_parser --skip-kernel-load --debug "$profile" >/dev/null 2>&1; then
    cp -f "$profile" /etc/apparmor.d/sizhua
    apparmor_parser --replace --write-cache --skip-read-cache /etc/apparmor.d/sizhua || true
  fi
fi
exit 0
