#!/usr/bin/env bash
# Holds every include to the arrows of CONTRIBUTING: a room may include only what its line names. Run from anywhere.
set -u
cd "$(dirname "$0")/../.." || exit 2
allowed() {
  case $1 in
    model/policy) echo 'model/policy' ;;
    model/analysis) echo 'model/policy model/analysis' ;;
    model/wording) echo 'model/policy model/analysis model/wording' ;;
    model/editing) echo 'model/policy model/analysis model/wording model/editing' ;;
    backend/format) echo 'model/policy backend/format' ;;
    backend/store) echo 'model/policy backend/store' ;;
    ui) echo 'model/policy model/analysis model/wording model/editing ui' ;;
    app) echo 'model/policy model/analysis model/wording model/editing backend/format backend/store ui app' ;;
  esac
}
# Of the back end the window knows two headers: the table of formats, and the store.
ui_may_also='backend/format/format.h backend/store/store.h'
failed=0
for room in model/policy model/analysis model/wording model/editing backend/format backend/store ui app; do
  while IFS=: read -r file line text; do
    header=${text#*\"}; header=${header%%\"*}
    ok=0
    for root in $(allowed "$room"); do [[ $header == "$root"/* ]] && ok=1; done
    [[ $room == ui && " $ui_may_also " == *" $header "* ]] && ok=1
    if [ $ok = 0 ]; then echo "$file:$line: $room must not include $header"; failed=1; fi
  done < <(grep -rnE '^#include "(app|ui|model|backend|tests)/' "$room" --include='*.h' --include='*.cpp')
  case $room in
    model/policy|model/analysis|backend/format) forbidden='<Q[A-Z]' ;;
    model/wording|backend/store) forbidden='<(QtGui|QtWidgets|QWidget|QApplication|QGuiApplication|QUndo|QColor|QPainter|QIcon)' ;;
    model/editing) forbidden='<(QtWidgets|QWidget|QApplication|QTableView|QAbstractItemView|QMessageBox|QFile|QSaveFile|QSettings)' ;;
    *) forbidden='<(QSaveFile|QSettings)' ;;
  esac
  if grep -rnE "^#include $forbidden" "$room" --include='*.h' --include='*.cpp'; then
    echo "$room: the header above does not belong there"; failed=1
  fi
done
exit $failed
