// SPDX-FileCopyrightText: 2026 The Winnow authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "appraisal/Finding.h"

#include <QJsonArray>
#include <QJsonObject>

#include <functional>
#include <vector>

namespace winnow::appraisal {

/// An object of the JSON that is being read, with its place. Asking for a key takes it; what nobody asked for is a
/// fault in the end.
class JsonPlace {
public:
    JsonPlace(const QJsonObject& object, QString place, std::vector<Finding>& findings)
        : m_object(object)
        , m_place(std::move(place))
        , m_findings(findings)
    {
    }

    enum class Need { Must, May };
    /// One line; `May`: empty if it is not there.
    [[nodiscard]] QString text(const char* key, Need need, qsizetype longest);
    /// Several lines are fine.
    [[nodiscard]] QString prose(const char* key);
    [[nodiscard]] QString id(const char* key);
    [[nodiscard]] QString colour(const char* key);
    [[nodiscard]] QString link(const char* key);
    [[nodiscard]] bool flag(const char* key, bool absent);
    [[nodiscard]] std::optional<double> number(const char* key, double low, double high);
    [[nodiscard]] QStringList words(const char* key, qsizetype longest, qsizetype most);
    /// Each element of an array that must be an object.
    void each(const char* key, qsizetype most, const std::function<void(JsonPlace&)>& take);
    /// The one object there, if there is one.
    void one(const char* key, const std::function<void(JsonPlace&)>& take);
    /// Key by key, where the keys are anybody's.
    void eachText(const std::function<void(const QString& key, const QString& text)>& take);

    [[nodiscard]] bool has(const char* key) const { return m_object.contains(QLatin1String(key)); }
    [[nodiscard]] bool isText(const char* key) const { return m_object.value(QLatin1String(key)).isString(); }
    [[nodiscard]] QString at(const QString& part) const;
    void tell(Flaw flaw, const QString& part, const QStringList& values);
    /// Tells of keys that were not asked for.
    void finish();

private:
    [[nodiscard]] QJsonValue take(const char* key, Need need);
    [[nodiscard]] QString checked(const QString& text, const QString& part, qsizetype longest, bool lines);
    [[nodiscard]] QJsonArray array(const char* key, qsizetype most);
    void wrongType(const QString& part, const QJsonValue& value, const char* expected);

    const QJsonObject m_object;
    QString m_place;
    std::vector<Finding>& m_findings;
    QStringList m_asked;
};

} // namespace winnow::appraisal
