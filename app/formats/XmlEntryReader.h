// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "formats/Xml.h"

#include <string>
#include <string_view>
#include <vector>

namespace winnow::formats {

/// Walks over one entry of an XML file, whole or broken off, and tells where each of its texts stands. An element that
/// was not closed ends where one around it ends; an end that closes nothing is passed over.
class XmlEntryReader {
public:
    virtual ~XmlEntryReader() = default;

protected:
    explicit XmlEntryReader(std::string_view xml) : walker_(xml) { }
    void walk();

    /// An element whose text belongs to the one around it, such as <i> and <style>.
    [[nodiscard]] virtual bool isInline(std::string_view name) const = 0;
    /// The innermost element was opened: its attributes can be asked for.
    virtual void opened() { }
    /// A text in the innermost element, trimmed, not empty.
    virtual void text(std::string_view value) = 0;
    /// The innermost element is about to be left.
    virtual void closed() { }

    /// Name of the innermost element (0), of the one around it (1) …; "" beyond the entry.
    [[nodiscard]] std::string_view up(std::size_t levels) const
    {
        return levels < path_.size() ? path_[path_.size() - 1 - levels] : std::string_view();
    }
    [[nodiscard]] std::size_t depth() const { return path_.size(); }
    [[nodiscard]] bool within(std::string_view name) const;
    [[nodiscard]] std::string attribute(std::string_view name) const { return walker_.attribute(name); }

private:
    void open();
    void close();
    void leave();
    void flushText();

    XmlWalker walker_;
    std::vector<std::string_view> path_;
    std::string text_;
};

} // namespace winnow::formats
