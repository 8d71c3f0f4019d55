<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis hasScaleBasedVisibilityFlag="0" labelsEnabled="1" maxScale="0" minScale="100000000" simplifyAlgorithm="0" simplifyDrawingHints="1" simplifyDrawingTol="1" simplifyLocal="1" simplifyMaxScale="1" styleCategories="Symbology|Labeling|Fields|MapTips|Rendering|Temporal" symbologyReferenceScale="-1" version="3.22.16-Białowieża">
 <temporal accumulate="0" durationField="" durationUnit="min" enabled="1" endExpression="" endField="valid_to" fixedDuration="0" limitMode="0" mode="2" startExpression="" startField="valid_from">
  <fixedRange>
   <start />
   <end />
  </fixedRange>
 </temporal>
 <renderer-v2 attr="party" enableorderby="0" forceraster="0" referencescale="-1" symbollevels="0" type="categorizedSymbol">
  <categories>
   <category label="Russia" render="true" symbol="0" value="russia" />
   <category label="China" render="true" symbol="1" value="china" />
   <category label="Another party" render="true" symbol="2" value="" />
  </categories>
  <symbols>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="0" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <prop k="color" v="207,226,211,255" />
     <prop k="joinstyle" v="bevel" />
     <prop k="outline_color" v="35,35,35,255" />
     <prop k="outline_style" v="no" />
     <prop k="outline_width" v="0.26" />
     <prop k="style" v="solid" />
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="1" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <prop k="color" v="251,238,192,255" />
     <prop k="joinstyle" v="bevel" />
     <prop k="outline_color" v="35,35,35,255" />
     <prop k="outline_style" v="no" />
     <prop k="outline_width" v="0.26" />
     <prop k="style" v="solid" />
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="2" type="fill">
    <layer class="SimpleFill" enabled="1" locked="0" pass="0">
     <prop k="color" v="228,223,232,255" />
     <prop k="joinstyle" v="bevel" />
     <prop k="outline_color" v="35,35,35,255" />
     <prop k="outline_style" v="no" />
     <prop k="outline_width" v="0.26" />
     <prop k="style" v="solid" />
    </layer>
   </symbol>
  </symbols>
  <rotation />
  <sizescale />
 </renderer-v2>
 <labeling type="simple">
  <settings calloutType="simple">
   <text-style allowHtml="0" blendMode="0" capitalization="0" fieldName="upper(case when &quot;party&quot; = 'russia' then case when @karun_label = 'name_zh_hans' then '俄国' when @karun_label = 'name_zh_hant' then '俄國' when @karun_label = 'name_ru' then 'Россия' when @karun_label = 'name_pinyin' then 'Éguó' else &quot;party_name&quot; end when &quot;party&quot; = 'china' then case when @karun_label = 'name_zh_hans' then '中国' when @karun_label = 'name_zh_hant' then '中國' when @karun_label = 'name_ru' then 'Китай' when @karun_label = 'name_pinyin' then 'Zhōngguó' else &quot;party_name&quot; end else &quot;party_name&quot; end)" fontFamily="Noto Sans CJK SC" fontItalic="0" fontKerning="1" fontLetterSpacing="6" fontSize="15" fontSizeMapUnitScale="3x:0,0,0,0,0,0" fontSizeUnit="Point" fontStrikeout="0" fontUnderline="0" fontWeight="50" fontWordSpacing="0" isExpression="1" legendString="Aa" multilineHeight="1" namedStyle="Regular" previewBkgrdColor="255,255,255,255" textColor="154,148,132,255" textOpacity="1" textOrientation="horizontal" useSubstitutions="0">
    <families />
    <text-buffer bufferBlendMode="0" bufferColor="255,255,255,255" bufferDraw="1" bufferJoinStyle="128" bufferNoFill="1" bufferOpacity="0.5" bufferSize="0.5" bufferSizeMapUnitScale="3x:0,0,0,0,0,0" bufferSizeUnits="MM" />
    <text-mask maskEnabled="0" maskJoinStyle="128" maskOpacity="1" maskSize="1.5" maskSizeMapUnitScale="3x:0,0,0,0,0,0" maskSizeUnits="MM" maskType="0" maskedSymbolLayers="" />
    <background shapeBlendMode="0" shapeBorderColor="128,128,128,255" shapeBorderWidth="0" shapeBorderWidthMapUnitScale="3x:0,0,0,0,0,0" shapeBorderWidthUnit="MM" shapeDraw="0" shapeFillColor="255,255,255,255" shapeJoinStyle="64" shapeOffsetMapUnitScale="3x:0,0,0,0,0,0" shapeOffsetUnit="MM" shapeOffsetX="0" shapeOffsetY="0" shapeOpacity="1" shapeRadiiMapUnitScale="3x:0,0,0,0,0,0" shapeRadiiUnit="MM" shapeRadiiX="0" shapeRadiiY="0" shapeRotation="0" shapeRotationType="0" shapeSVGFile="" shapeSizeMapUnitScale="3x:0,0,0,0,0,0" shapeSizeType="0" shapeSizeUnit="MM" shapeSizeX="0" shapeSizeY="0" shapeType="0">
     <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="fillSymbol" type="fill">
      <layer class="SimpleFill" enabled="1" locked="0" pass="0">
       <prop k="color" v="255,255,255,255" />
       <prop k="joinstyle" v="bevel" />
       <prop k="outline_color" v="128,128,128,255" />
       <prop k="outline_style" v="no" />
       <prop k="outline_width" v="0" />
       <prop k="style" v="solid" />
      </layer>
     </symbol>
    </background>
    <substitutions />
   </text-style>
   <text-format addDirectionSymbol="0" autoWrapLength="0" decimals="3" formatNumbers="0" leftDirectionSymbol="&lt;" multilineAlign="3" placeDirectionSymbol="0" plussign="0" reverseDirectionSymbol="0" rightDirectionSymbol="&gt;" useMaxLineLengthForAutoWrap="1" wrapChar="" />
   <placement centroidInside="0" centroidWhole="0" dist="0" distMapUnitScale="3x:0,0,0,0,0,0" distUnits="MM" fitInPolygonOnly="0" geometryGenerator="" geometryGeneratorEnabled="0" geometryGeneratorType="PointGeometry" labelOffsetMapUnitScale="3x:0,0,0,0,0,0" layerType="UnknownGeometry" lineAnchorClipping="0" lineAnchorPercent="0.5" lineAnchorType="0" maxCurvedCharAngleIn="25" maxCurvedCharAngleOut="-25" offsetType="0" offsetUnits="MM" overrunDistance="0" overrunDistanceMapUnitScale="3x:0,0,0,0,0,0" overrunDistanceUnit="MM" placement="4" placementFlags="10" polygonPlacementFlags="2" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" preserveRotation="1" priority="1" quadOffset="4" repeatDistance="0" repeatDistanceMapUnitScale="3x:0,0,0,0,0,0" repeatDistanceUnits="MM" rotationAngle="0" rotationUnit="AngleDegrees" xOffset="0" yOffset="0" />
   <rendering displayAll="0" drawLabels="1" fontLimitPixelSize="0" fontMaxPixelSize="10000" fontMinPixelSize="0" labelPerPart="0" limitNumLabels="0" maxNumLabels="2000" mergeLines="0" minFeatureSize="0" obstacle="0" obstacleFactor="1" obstacleType="1" scaleMax="60000000" scaleMin="3000000" scaleVisibility="1" unplacedVisibility="0" upsidedownLabels="0" zIndex="0" />
  </settings>
 </labeling>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>0.7</layerOpacity>
 <aliases>
  <alias field="fid" index="0" name="" />
  <alias field="party" index="1" name="Party" />
  <alias field="party_name" index="2" name="Name" />
  <alias field="treaty_id" index="3" name="Treaty" />
  <alias field="readings" index="4" name="Rival readings used" />
  <alias field="valid_from" index="5" name="In force from" />
  <alias field="valid_to" index="6" name="In force until (9999: no known end)" />
  <alias field="valid_edtf" index="7" name="In force (EDTF)" />
 </aliases>
 <mapTip>&lt;b&gt;[% "party_name" %]&lt;/b&gt;&lt;br&gt;[% "valid_edtf" %]</mapTip>
 <layerGeometryType>2</layerGeometryType>
</qgis>
