// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "services/WidgetDialogs.h"

#include "domain/Words.h"
#include "services/Settings.h"

#include <QColorDialog>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

#include <memory>

namespace winnow::ui {

namespace {

// Dialogs delete themselves when closed; none runs an event loop of its own.
template <class Dialog> Dialog* ownDialog(QWidget* parent)
{
    auto* dialog = new Dialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    return dialog;
}

QMessageBox* messageBox(QWidget* parent, QMessageBox::Icon icon, const QString& text, const QString& more)
{
    auto* box = ownDialog<QMessageBox>(parent);
    box->setWindowTitle(QStringLiteral("Winnow")); // the name of the program, not a word
    box->setIcon(icon);
    box->setText(text);
    box->setInformativeText(more);
    box->setTextFormat(Qt::PlainText);
    return box;
}

} // namespace

QFileDialog* WidgetDialogs::fileDialog(const FileQuestion& question)
{
    auto* dialog = ownDialog<QFileDialog>(m_parent);
    dialog->setWindowTitle(question.title);
    dialog->setNameFilters(question.filter.split(QStringLiteral(";;"), Qt::SkipEmptyParts));
    const QString folder = question.folder.isEmpty() ? m_settings.text(Setting::LastFolder) : question.folder;
    if (!folder.isEmpty())
        dialog->setDirectory(folder);
    QObject::connect(dialog, &QFileDialog::filesSelected, dialog, [this](const QStringList& files) {
        if (!files.isEmpty())
            rememberFolder(files.first());
    });
    return dialog;
}

void WidgetDialogs::rememberFolder(const QString& file)
{
    m_settings.set(Setting::LastFolder, QFileInfo(file).absolutePath());
}

void WidgetDialogs::openFiles(const FileQuestion& question, QObject* context,
                              std::function<void(const QStringList&)> then)
{
    QFileDialog* dialog = fileDialog(question);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, context, std::move(then));
    dialog->open();
}

void WidgetDialogs::openFile(const FileQuestion& question, QObject* context, std::function<void(const QString&)> then)
{
    QFileDialog* dialog = fileDialog(question);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, context, std::move(then));
    dialog->open();
}

void WidgetDialogs::saveFile(const FileQuestion& question, QObject* context, std::function<void(const QString&)> then)
{
    QFileDialog* dialog = fileDialog(question);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(question.suffix);
    dialog->selectFile(question.suggestion);
    QObject::connect(dialog, &QFileDialog::fileSelected, context, std::move(then));
    dialog->open();
}

void WidgetDialogs::confirm(const Confirmation& question, QObject* context, std::function<void()> then,
                            std::function<void()> otherwise)
{
    QMessageBox* box = messageBox(m_parent, QMessageBox::Question, question.question, question.consequence);
    QPushButton* yes = box->addButton(question.yes, QMessageBox::AcceptRole);
    QPushButton* no = box->addButton(QMessageBox::Cancel);
    // Enter on a question that was not read must not go through.
    box->setDefaultButton(no);
    QObject::connect(box, &QDialog::finished, context,
                     [box, yes, then = std::move(then), otherwise = std::move(otherwise)] {
                         if (box->clickedButton() == yes)
                             then();
                         else if (otherwise)
                             otherwise();
                     });
    box->open();
}

void WidgetDialogs::askText(const TextQuestion& question, QObject* context, std::function<void(const QString&)> then)
{
    auto* dialog = ownDialog<QInputDialog>(m_parent);
    dialog->setWindowTitle(question.title);
    dialog->setLabelText(question.label);
    dialog->setOption(QInputDialog::UsePlainTextEditForTextInput, question.lines);
    dialog->setTextValue(question.text);
    QObject::connect(dialog, &QInputDialog::textValueSelected, context, std::move(then));
    dialog->open();
}

void WidgetDialogs::choose(const Choice& question, QObject* context, std::function<void(int)> then)
{
    auto* dialog = ownDialog<QInputDialog>(m_parent);
    dialog->setWindowTitle(question.title);
    dialog->setLabelText(question.label);
    dialog->setOption(QInputDialog::UseListViewForComboBoxItems);
    dialog->setComboBoxItems(question.options);
    dialog->setTextValue(question.options.value(question.current));
    QObject::connect(dialog, &QInputDialog::textValueSelected, context,
                     [options = question.options, then = std::move(then)](const QString& chosen) {
                         then(int(options.indexOf(chosen)));
                     });
    dialog->open();
}

void WidgetDialogs::askColour(const QString& title, const QColor& current, QObject* context,
                              std::function<void(const QColor&)> then)
{
    auto* dialog = ownDialog<QColorDialog>(m_parent);
    dialog->setWindowTitle(title);
    dialog->setCurrentColor(current);
    QObject::connect(dialog, &QColorDialog::colorSelected, context,
                     [then = std::move(then)](const QColor& chosen) { then(chosen); });
    dialog->open();
}

void WidgetDialogs::inform(const QString& title, const QString& sentence)
{
    QMessageBox* box = messageBox(m_parent, QMessageBox::Information, title, sentence);
    box->addButton(QMessageBox::Close);
    box->open();
}

void WidgetDialogs::report(const Error& error)
{
    QMessageBox* box = messageBox(m_parent, QMessageBox::Warning, words::sentence(error), {});
    box->addButton(QMessageBox::Close);
    box->open();
}

} // namespace winnow::ui
