<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis hasScaleBasedVisibilityFlag="0" labelsEnabled="1" maxScale="0" minScale="100000000" simplifyAlgorithm="0" simplifyDrawingHints="1" simplifyDrawingTol="1" simplifyLocal="1" simplifyMaxScale="1" styleCategories="Symbology|Labeling|Fields|MapTips|Rendering|Temporal" symbologyReferenceScale="-1" version="3.22.16-Białowieża">
 <temporal accumulate="0" durationField="" durationUnit="min" enabled="1" endExpression="" endField="valid_to" fixedDuration="0" limitMode="0" mode="2" startExpression="" startField="valid_from">
  <fixedRange>
   <start />
   <end />
  </fixedRange>
 </temporal>
 <renderer-v2 enableorderby="0" forceraster="0" referencescale="-1" symbollevels="0" type="RuleRenderer">
  <rules key="{9b71e45e-6f3a-50ec-af1a-d1b91295c3b3}">
   <rule filter="coalesce(&quot;reading&quot;,'')='' and &quot;certainty&quot;='certain'" key="{f0eac0e1-4f59-50e2-bc51-b2993178df26}" label="Certain" symbol="0" />
   <rule filter="coalesce(&quot;reading&quot;,'')='' and &quot;certainty&quot;='less-certain'" key="{d7f70d0d-4060-5600-88b4-f0f07ed59ce8}" label="Less certain" symbol="1" />
   <rule filter="coalesce(&quot;reading&quot;,'')='' and coalesce(&quot;certainty&quot;,'') not in ('certain','less-certain')" key="{ee05f7c6-0495-5dcb-89b1-2b73f80adc14}" label="Uncertain" symbol="2" />
   <rule filter="coalesce(&quot;reading&quot;,'')&lt;&gt;'' and &quot;certainty&quot;='certain'" key="{1dcd07ad-8e9b-5d0c-b7e3-688228a6fcd7}" label="Rival reading, certain" symbol="3" />
   <rule filter="coalesce(&quot;reading&quot;,'')&lt;&gt;'' and &quot;certainty&quot;='less-certain'" key="{b8c92f4f-42e3-5a1f-af75-e6c4c8ba1aa7}" label="Rival reading, less certain" symbol="4" />
   <rule filter="coalesce(&quot;reading&quot;,'')&lt;&gt;'' and coalesce(&quot;certainty&quot;,'') not in ('certain','less-certain')" key="{07468093-9a28-506f-905e-86d22515184a}" label="Rival reading, uncertain" symbol="5" />
  </rules>
  <symbols>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="0" type="line">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <prop k="capstyle" v="round" />
     <prop k="customdash" v="5;2" />
     <prop k="joinstyle" v="round" />
     <prop k="line_color" v="139,20,20,255" />
     <prop k="line_style" v="solid" />
     <prop k="line_width" v="0.9" />
     <prop k="offset" v="0" />
     <prop k="use_custom_dash" v="0" />
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="1" type="line">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <prop k="capstyle" v="flat" />
     <prop k="customdash" v="3.6;1.8" />
     <prop k="joinstyle" v="round" />
     <prop k="line_color" v="139,20,20,255" />
     <prop k="line_style" v="solid" />
     <prop k="line_width" v="0.9" />
     <prop k="offset" v="0" />
     <prop k="use_custom_dash" v="1" />
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="2" type="line">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <prop k="capstyle" v="round" />
     <prop k="customdash" v="0.01;2" />
     <prop k="joinstyle" v="round" />
     <prop k="line_color" v="139,20,20,255" />
     <prop k="line_style" v="solid" />
     <prop k="line_width" v="0.9" />
     <prop k="offset" v="0" />
     <prop k="use_custom_dash" v="1" />
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="3" type="line">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <prop k="capstyle" v="round" />
     <prop k="customdash" v="5;2" />
     <prop k="joinstyle" v="round" />
     <prop k="line_color" v="75,58,168,255" />
     <prop k="line_style" v="solid" />
     <prop k="line_width" v="0.5" />
     <prop k="offset" v="0" />
     <prop k="use_custom_dash" v="0" />
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="4" type="line">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <prop k="capstyle" v="flat" />
     <prop k="customdash" v="2;1" />
     <prop k="joinstyle" v="round" />
     <prop k="line_color" v="75,58,168,255" />
     <prop k="line_style" v="solid" />
     <prop k="line_width" v="0.5" />
     <prop k="offset" v="0" />
     <prop k="use_custom_dash" v="1" />
    </layer>
   </symbol>
   <symbol alpha="1" clip_to_extent="1" force_rhr="0" name="5" type="line">
    <layer class="SimpleLine" enabled="1" locked="0" pass="0">
     <prop k="capstyle" v="round" />
     <prop k="customdash" v="0.01;1.11111" />
     <prop k="joinstyle" v="round" />
     <prop k="line_color" v="75,58,168,255" />
     <prop k="line_style" v="solid" />
     <prop k="line_width" v="0.5" />
     <prop k="offset" v="0" />
     <prop k="use_custom_dash" v="1" />
    </layer>
   </symbol>
  </symbols>
 </renderer-v2>
 <labeling type="simple">
  <settings calloutType="simple">
   <text-style allowHtml="0" blendMode="0" capitalization="0" fieldName="''" fontFamily="Noto Sans CJK SC" fontItalic="0" fontKerning="1" fontLetterSpacing="0" fontSize="8" fontSizeMapUnitScale="3x:0,0,0,0,0,0" fontSizeUnit="Point" fontStrikeout="0" fontUnderline="0" fontWeight="50" fontWordSpacing="0" isExpression="1" legendString="Aa" multilineHeight="1" namedStyle="Regular" previewBkgrdColor="255,255,255,255" textColor="34,34,34,255" textOpacity="1" textOrientation="horizontal" useSubstitutions="0">
    <families />
    <text-buffer bufferBlendMode="0" bufferColor="255,255,255,255" bufferDraw="1" bufferJoinStyle="128" bufferNoFill="1" bufferOpacity="0.84999999999999998" bufferSize="0.69999999999999996" bufferSizeMapUnitScale="3x:0,0,0,0,0,0" bufferSizeUnits="MM" />
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
   <placement centroidInside="0" centroidWhole="0" dist="0" distMapUnitScale="3x:0,0,0,0,0,0" distUnits="MM" fitInPolygonOnly="0" geometryGenerator="" geometryGeneratorEnabled="0" geometryGeneratorType="PointGeometry" labelOffsetMapUnitScale="3x:0,0,0,0,0,0" layerType="UnknownGeometry" lineAnchorClipping="0" lineAnchorPercent="0.5" lineAnchorType="0" maxCurvedCharAngleIn="25" maxCurvedCharAngleOut="-25" offsetType="0" offsetUnits="MM" overrunDistance="0" overrunDistanceMapUnitScale="3x:0,0,0,0,0,0" overrunDistanceUnit="MM" placement="2" placementFlags="10" polygonPlacementFlags="2" predefinedPositionOrder="TR,TL,BR,BL,R,L,TSR,BSR" preserveRotation="1" priority="5" quadOffset="4" repeatDistance="0" repeatDistanceMapUnitScale="3x:0,0,0,0,0,0" repeatDistanceUnits="MM" rotationAngle="0" rotationUnit="AngleDegrees" xOffset="0" yOffset="0" />
   <rendering displayAll="0" drawLabels="0" fontLimitPixelSize="0" fontMaxPixelSize="10000" fontMinPixelSize="0" labelPerPart="0" limitNumLabels="0" maxNumLabels="2000" mergeLines="0" minFeatureSize="0" obstacle="1" obstacleFactor="0.59999999999999998" obstacleType="1" scaleMax="0" scaleMin="0" scaleVisibility="0" unplacedVisibility="0" upsidedownLabels="0" zIndex="0" />
  </settings>
 </labeling>
 <blendMode>0</blendMode>
 <featureBlendMode>0</featureBlendMode>
 <layerOpacity>1</layerOpacity>
 <aliases>
  <alias field="fid" index="0" name="" />
  <alias field="segment_id" index="1" name="Segment" />
  <alias field="treaty_id" index="2" name="Treaty" />
  <alias field="line_id" index="3" name="Line" />
  <alias field="reading" index="4" name="Rival reading" />
  <alias field="article" index="5" name="Article" />
  <alias field="district" index="6" name="District" />
  <alias field="seq" index="7" name="Order" />
  <alias field="from_place" index="8" name="From" />
  <alias field="to_place" index="9" name="To" />
  <alias field="left_party" index="10" name="On the left" />
  <alias field="right_party" index="11" name="On the right" />
  <alias field="follows" index="12" name="Follows" />
  <alias field="stage" index="13" name="Stage" />
  <alias field="demarcated_by" index="14" name="Marked by" />
  <alias field="certainty" index="15" name="Certainty" />
  <alias field="accuracy_m" index="16" name="Accuracy (m)" />
  <alias field="valid_from" index="17" name="In force from" />
  <alias field="valid_to" index="18" name="In force until (9999: no known end)" />
  <alias field="valid_edtf" index="19" name="In force (EDTF)" />
  <alias field="length_km" index="20" name="Length (km)" />
  <alias field="basis" index="21" name="Basis" />
  <alias field="source" index="22" name="Source" />
 </aliases>
 <mapTip>&lt;b&gt;[% "segment_id" %]&lt;/b&gt;, article [% "article" %]&lt;br&gt;[% "from_place" %] to [% "to_place" %], [% round("length_km") %] km, follows [% "follows" %]&lt;br&gt;[% "certainty" %], within [% "accuracy_m"/1000 %] km&lt;br&gt;[% coalesce("basis",'') %]&lt;br&gt;&lt;i&gt;[% coalesce("source",'') %]&lt;/i&gt;</mapTip>
 <layerGeometryType>1</layerGeometryType>
</qgis>
