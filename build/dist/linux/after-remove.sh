#!/bin/sh
# Runs as root after the files are gone. The data of people are never touched: here or by purging.
set -e

case "$1" in
  remove | purge)
    [ -L /usr/bin/sizhua ] && rm -f /usr/bin/sizhua
    if [ -e /etc/apparmor.d/sizhua ]; then
      if command -v apparmor_parser >/dev/null 2>&1; then apparmor_parser --remove /etc/apparmor.d/sizhua 2>/dev/null || true; fi
      rm -f /etc/apparmor.d/sizhua
    fi
    if command -v update-mime-database >/dev/null 2>&1; then update-mime-database /usr/share/mime || true; fi
    if command -v update-desktop-database >/dev/null 2>&1; then update-desktop-database -q /usr/share/applications || true; fi
    echo "四抓台账已卸载。台账数据没有删除，仍在各用户的 ~/.local/share/sizhua 文件夹里；重新安装后可接着使用。"
    ;;
esac
exit 0
